package tritone.kernel;

/**
 * The step of skip-gram with negative sampling (Mikolov et al., 2013, equation 4) for one word and those around it: up the
 * gradient of {@code log sigmoid(vector . row 0) + log sigmoid(-vector . row 1) + ...}, one surrounding word after the other.
 * Vectors and rows have {@link #stride} numbers, those at the end zeros, so that sums are made of whole blocks.
 *
 * <p>Every implementation gives the same bits: the product of two rows is sixteen chains of fused multiply-adds, one for
 * each place in a block, added up by {@link #folded}.
 */
public interface SkipGram {
    /** Numbers in a block: what the widest vectors hold. */
    int BLOCK = 16;

    /** How many numbers a vector takes, zeros at its end included. */
    static int stride(int numbers) {
        return (numbers + BLOCK - 1) / BLOCK * BLOCK;
    }

    /**
     * Moves vectors, and the rows by which they are judged. What is computed with is held by the caller: threads have their
     * own.
     *
     * @param places where the surrounding words' vectors begin
     * @param count of these
     */
    void learn(float[] vectors, int[] places, int count, Rows rows, float rate);

    /**
     * The row of a word, then rows of words that do not stand there, copied one behind the other.
     *
     * @param values {@code [count][stride]}
     * @param sums room for as many numbers as a vector has
     * @param partial room for a block for each row
     */
    record Rows(float[] values, int count, int stride, float[] sums, float[] partial) {
        public static Rows of(int count, int stride) {
            return new Rows(new float[count * stride], count, stride, new float[stride], new float[count * BLOCK]);
        }

        /** What a row's product tells to do: the rate by how far its sigmoid is from 1, for the first one, or from 0. */
        float step(int row, float rate) {
            float product = folded(partial, row * BLOCK);
            return rate * ((row == 0 ? 1 : 0) - Activations.sigmoid(product));
        }
    }

    /** The sum of a block, halves added to each other: whatever the width of its vectors, a machine can do the same. */
    static float folded(float[] block, int at) {
        float s0 = block[at] + block[at + 8] + (block[at + 4] + block[at + 12]);
        float s1 = block[at + 1] + block[at + 9] + (block[at + 5] + block[at + 13]);
        float s2 = block[at + 2] + block[at + 10] + (block[at + 6] + block[at + 14]);
        float s3 = block[at + 3] + block[at + 11] + (block[at + 7] + block[at + 15]);
        return s0 + s2 + (s1 + s3);
    }
}
