package tritone.vectors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tritone.corpus.Quote;

/** As word2vec writes them in binary: a word, a space, its numbers in four bytes each, and mostly a line's end. */
final class BinaryVectorRows implements VectorRows {
    private static final int MOST_WORD_BYTES = 1 << 14;

    private final Path file;
    private final InputStream in;
    private final long rows;
    private final int numbers;
    private final byte[] word = new byte[MOST_WORD_BYTES];
    private final byte[] bytes;
    private long at; // in the file, of the next byte
    private long row;
    private boolean unread; // the numbers of this row
    private String name = "";

    /** After a header of so many bytes that told rows and numbers. */
    BinaryVectorRows(Path file, InputStream in, long headerBytes, long rows, int numbers) {
        this.file = file;
        this.in = in;
        this.at = headerBytes;
        this.rows = rows;
        this.numbers = numbers;
        this.bytes = new byte[numbers * Float.BYTES];
    }

    @Override
    public int numbers() {
        return numbers;
    }

    @Override
    public String next() throws IOException {
        if (unread) {
            readNumbers();
        }
        if (row == rows) {
            checkEnd();
            return null;
        }
        row++;
        unread = true;
        int length = 0;
        for (int value = next(length); value != ' '; value = next(length)) {
            if (length == MOST_WORD_BYTES) {
                throw fault("expected a word of at most " + MOST_WORD_BYTES + " bytes but found more");
            }
            if (value != '\n' || length > 0) { // the end of the row before
                word[length++] = (byte) value;
            }
        }
        name = new String(word, 0, length, StandardCharsets.UTF_8);
        return name;
    }

    private int next(int length) throws IOException {
        int value = in.read();
        if (value < 0) {
            throw fault("expected " + rows + " vectors but the file ends in "
                    + (length == 0 ? "front of" : "the word of") + " vector " + row);
        }
        at++;
        return value;
    }

    private void checkEnd() throws IOException {
        for (int value = in.read(); value >= 0; value = in.read()) {
            if (value != '\n') {
                throw fault("expected " + rows + " vectors but found more bytes behind them");
            }
        }
    }

    private void readNumbers() throws IOException {
        unread = false;
        int read = in.readNBytes(bytes, 0, bytes.length);
        at += read;
        if (read < bytes.length) {
            throw fault("expected " + rows + " vectors but the file ends in the numbers of vector " + row);
        }
    }

    @Override
    public void read(float[] target) throws IOException {
        readNumbers();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(target, 0, numbers);
        for (int i = 0; i < numbers; i++) {
            if (!Float.isFinite(target[i])) {
                throw fault("expected finite numbers for " + Quote.of(name) + " but found " + target[i]);
            }
        }
    }

    private VectorFormatException fault(String problem) {
        return new VectorFormatException(file, "byte " + at + ": " + problem);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
