package tritone.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Lines of UTF-8 text, ended by \n alone: U+0085, U+2028 and a lone \r are text. A byte order mark at the start is passed
 * over.
 */
final class LineReader implements Closeable {
    /** A file without newlines fails with a sentence instead of filling the heap. */
    static final int MAX_LINE_BYTES = 1 << 26;

    private final ByteInput input;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private long line;
    private boolean broken;
    private boolean isDamaged;

    LineReader(ByteInput input) {
        this.input = input;
    }

    /** The next line without its \n, or null after the last or where the input broke off. A bad line is used up when this throws. */
    String next() throws IOException {
        String text = nextLossy();
        if (isDamaged) {
            throw noText();
        }
        return text;
    }

    /** Whether marks stand in the place of bytes of the line returned last that are no UTF-8. */
    boolean isDamaged() {
        return isDamaged;
    }

    /** The same, but a line that is no UTF-8 is returned with marks in the place of what is not. */
    String nextLossy() throws IOException {
        isDamaged = false;
        if (broken) {
            return null;
        }
        int scanned = start;
        while (true) {
            for (int i = scanned; i < end; i++) {
                if (buffer[i] == '\n') {
                    return take(i, i + 1);
                }
            }
            int pending = end - start;
            if (!fill()) {
                return pending == 0 ? null : take(end, end);
            }
            scanned = start + pending;
        }
    }

    private String take(int lineEnd, int nextStart) {
        if (line == 0) {
            broken = true; // if this throws, no line of it is text
            input.checkWidth(buffer, start, lineEnd);
            broken = false;
        }
        line++;
        int lineStart = start;
        start = nextStart;
        if (line == 1 && startsWithByteOrderMark(lineStart, lineEnd)) {
            lineStart += 3;
        }
        return decode(lineStart, lineEnd - lineStart);
    }

    private boolean startsWithByteOrderMark(int from, int to) {
        return to - from >= 3
                && buffer[from] == (byte) 0xef
                && buffer[from + 1] == (byte) 0xbb
                && buffer[from + 2] == (byte) 0xbf;
    }

    private String decode(int from, int length) {
        // The plain constructor is several times faster than a strict decoder; only where it left a replacement
        // character is it worth asking whether the file had one there itself.
        String text = new String(buffer, from, length, StandardCharsets.UTF_8);
        if (text.indexOf('\ufffd') >= 0) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, from, length));
            } catch (CharacterCodingException e) {
                isDamaged = true;
            }
        }
        return text;
    }

    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            if (end >= MAX_LINE_BYTES) {
                dropLine();
                throw new CorpusFormatException(
                        place(), "expected a line of at most " + MAX_LINE_BYTES + " bytes but found more");
            }
            buffer = Arrays.copyOf(buffer, 2 * end);
        }
        int read = read(end);
        end += Math.max(0, read);
        return read >= 0;
    }

    /** What cannot be read now cannot be read later either. */
    private int read(int offset) throws IOException {
        broken = true;
        line++; // the row that breaks off, if this one throws
        int read = input.read(buffer, offset, buffer.length - offset);
        line--;
        broken = false;
        return read;
    }

    /** Passes over the rest of a line, so that the next call begins after it. */
    private void dropLine() throws IOException {
        line++;
        start = 0;
        end = 0;
        for (int read = 0; read >= 0; read = read(0)) {
            for (int i = 0; i < read; i++) {
                if (buffer[i] == '\n') {
                    start = i + 1;
                    end = read;
                    return;
                }
            }
        }
    }

    /** Number of the line returned last, from 1. */
    long line() {
        return line;
    }

    /** The fault of a damaged line. */
    CorpusFormatException noText() {
        return input.noText(place());
    }

    /** File and line, as errors begin with it. */
    String place() {
        return input.name() + ":" + line;
    }

    String name() {
        return input.name();
    }

    BytesRead bytesRead() {
        return input.bytesRead();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
