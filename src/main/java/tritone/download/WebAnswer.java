package tritone.download;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server says of a file, and the file as it comes. */
record WebAnswer(int status, HttpHeaders headers, ArrivingBytes body) implements AutoCloseable {
    static final int WHOLE = 200;
    static final int PIECE = 206;
    static final int NO_SUCH_PIECE = 416;

    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Whether another time may be better. */
    boolean isPassing() {
        return status == 408 || status == 429 || status >= 500;
    }

    /** How much it says it holds, if it says so in a number. */
    OptionalLong length() {
        Optional<String> length = header("Content-Length").filter(text -> text.matches("\\d{1,18}"));
        return length.isPresent() ? OptionalLong.of(Long.parseLong(length.get())) : OptionalLong.empty();
    }

    /** What a later request can name this version of the file by: an entity tag that stands for its bytes, else its date. */
    Optional<String> version() {
        return header("ETag").filter(WebAnswer::isTag).or(() -> header("Last-Modified"));
    }

    private static boolean isTag(String version) {
        return version.startsWith("\"");
    }

    /** Whether it goes on from here in a file of this size, which was of this version. */
    boolean goesOn(long offset, long size, Optional<String> known) {
        Matcher range = RANGE.matcher(header("Content-Range").orElse(""));
        return status == PIECE
                && range.matches()
                && Long.parseLong(range.group(1)) == offset
                && Long.parseLong(range.group(2)) < size
                && (range.group(3).equals("*") || Long.parseLong(range.group(3)) == size)
                && known.map(this::isOf).orElse(true);
    }

    /** Not every server says it of a piece. */
    private boolean isOf(String version) {
        return header(isTag(version) ? "ETag" : "Last-Modified")
                .map(version::equals)
                .orElse(true);
    }

    @Override
    public void close() {
        body.close();
    }
}
