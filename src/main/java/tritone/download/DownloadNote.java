package tritone.download;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is known of a file of which a part is there: where that came from, and of which version it is. */
record DownloadNote(String address, Optional<String> version) {
    /** What a request may hold as a version, be it a tag or a date. */
    private static final Pattern SENDABLE = Pattern.compile("[ -~]+");

    /** The note in this file; one that says nothing if there is none. */
    static DownloadNote read(Path file) throws IOException {
        // Not as lines of text, which damaged bytes would not be.
        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        return new DownloadNote(
                lines.isEmpty() ? "" : lines.get(0), lines.size() < 2 ? Optional.empty() : Optional.of(lines.get(1)));
    }

    void write(Path file) throws IOException {
        Files.writeString(file, address + version.map(known -> "\n" + known).orElse("") + "\n");
    }

    /** The version, as far as this address can know it and be asked for it. */
    Optional<String> versionAt(URI other) {
        return version.filter(known ->
                address.equals(other.toString()) && SENDABLE.matcher(known).matches());
    }
}
