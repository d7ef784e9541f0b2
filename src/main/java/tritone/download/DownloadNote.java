package tritone.download;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is known of a file of which a part is there: where that came from, and of which version it is. */
record DownloadNote(String address, Optional<String> version) {
    /** The note in this file; one that says nothing if there is none. */
    static DownloadNote read(Path file) throws IOException {
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return new DownloadNote(
                lines.isEmpty() ? "" : lines.get(0), lines.size() < 2 ? Optional.empty() : Optional.of(lines.get(1)));
    }

    void write(Path file) throws IOException {
        Files.writeString(file, address + version.map(known -> "\n" + known).orElse("") + "\n");
    }

    /** The version, as far as this address can know it. */
    Optional<String> versionAt(URI other) {
        return version.filter(known -> address.equals(other.toString()));
    }
}
