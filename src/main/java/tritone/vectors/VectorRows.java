package tritone.vectors;

import java.io.Closeable;
import java.io.IOException;

/** Words and their vectors, one after the other; a vector is only taken apart if it is asked for. */
interface VectorRows extends Closeable {
    int MOST_NUMBERS = 10_000;

    /** Of each vector. */
    int numbers();

    /** The next word, or {@code null} after the last one. */
    String next() throws IOException;

    /** Writes the vector of the word that was returned last; once for each word. */
    void read(float[] target) throws IOException;

    /** Whether a vector may have so many numbers. */
    static boolean isWidth(long numbers) {
        return numbers >= 1 && numbers <= MOST_NUMBERS;
    }
}
