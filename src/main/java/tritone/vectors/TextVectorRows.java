package tritone.vectors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import tritone.corpus.Quote;

/**
 * A word and its numbers per line, as GloVe and word2vec write them; the numbers are the last fields, since words of GloVe
 * have spaces in them. Each line's number of fields is checked, their content where it is asked for.
 */
final class TextVectorRows implements VectorRows {
    private static final int MOST_BYTES = 1 << 20;

    private final Path file;
    private final InputStream in;
    private final OptionalLong expected; // rows
    private final int numbers;
    private byte[] bytes = new byte[1 << 12];
    private int length; // of the line
    private int numbersAt; // in the line
    private long line;
    private long rows;
    private boolean ahead; // a line that was read and not yet returned

    /** After a header that told rows and numbers. */
    TextVectorRows(Path file, InputStream in, long rows, int numbers) {
        this.file = file;
        this.in = in;
        this.expected = OptionalLong.of(rows);
        this.numbers = numbers;
        this.line = 1;
    }

    /** Without a header: the first line tells how many numbers there are. */
    TextVectorRows(Path file, InputStream in) throws IOException {
        this.file = file;
        this.in = in;
        this.expected = OptionalLong.empty();
        if (!readLine()) {
            throw new VectorFormatException(file, "expected vectors but the file is empty");
        }
        this.ahead = true;
        this.numbers = fields() - 1;
        if (!VectorRows.isWidth(numbers)) {
            throw fault("expected a word and 1 to " + MOST_NUMBERS + " numbers but found " + fields() + " fields");
        }
    }

    @Override
    public int numbers() {
        return numbers;
    }

    @Override
    public String next() throws IOException {
        boolean there = ahead || readLine();
        ahead = false;
        if (!there) {
            if (expected.isPresent() && rows != expected.getAsLong()) {
                throw new VectorFormatException(
                        file, 1, "expected " + expected.getAsLong() + " vectors but found " + rows);
            }
            return null;
        }
        rows++;
        numbersAt = length;
        for (int field = 0; field < numbers; field++) {
            numbersAt = fieldBefore(numbersAt);
            if (numbersAt <= 0) {
                throw fault("expected a word and " + numbers + " numbers but found " + fields() + " fields");
            }
        }
        return new String(bytes, 0, numbersAt - 1, StandardCharsets.UTF_8);
    }

    /** Where the field that ends before this place begins; -1 if there is none. */
    private int fieldBefore(int end) {
        int at = end - 1;
        while (at >= 0 && isSpace(bytes[at])) {
            at--;
        }
        if (at < 0) {
            return -1;
        }
        while (at >= 0 && !isSpace(bytes[at])) {
            at--;
        }
        return at + 1;
    }

    @Override
    public void read(float[] target) {
        int at = numbersAt;
        for (int i = 0; i < numbers; i++) {
            while (isSpace(bytes[at])) {
                at++;
            }
            int end = at;
            while (end < length && !isSpace(bytes[end])) {
                end++;
            }
            target[i] = number(new String(bytes, at, end - at, StandardCharsets.UTF_8));
            at = end;
        }
    }

    private float number(String text) {
        // Java would also take 1f, NaN and hexadecimals.
        if (text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
            float number = Float.parseFloat(text);
            if (Float.isFinite(number)) {
                return number;
            }
        }
        throw fault("expected a number but found " + Quote.of(text));
    }

    private int fields() {
        int fields = 0;
        for (int at = fieldBefore(length); at >= 0; at = fieldBefore(at)) {
            fields++;
        }
        return fields;
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\t';
    }

    /** The next line without its end and the spaces before that; false if there is none. */
    private boolean readLine() throws IOException {
        length = 0;
        int value = in.read();
        if (value < 0) {
            return false;
        }
        line++;
        for (; value >= 0 && value != '\n'; value = in.read()) {
            if (length == MOST_BYTES) {
                throw fault("expected a line of at most " + MOST_BYTES + " bytes but found more");
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * length);
            }
            bytes[length++] = (byte) value;
        }
        while (length > 0 && (isSpace(bytes[length - 1]) || bytes[length - 1] == '\r')) {
            length--;
        }
        return true;
    }

    private VectorFormatException fault(String problem) {
        return new VectorFormatException(file, line, problem);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
