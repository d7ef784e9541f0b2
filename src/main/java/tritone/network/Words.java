package tritone.network;

import java.util.Arrays;
import tritone.kernel.SequenceLayout;

/**
 * The different ids of a batch, in the order in which the reviews, by rank, first use them; and where
 * they stand.
 *
 * @param ids the id of each row
 * @param rowOf the row at each place of the layout
 */
public record Words(SequenceLayout layout, int[] ids, int[] rowOf) {
    /** Collects the ids of reviews of any length; an id must be below {@code vocabulary}. */
    public static Words of(int[][] reviews, int vocabulary) {
        SequenceLayout layout = SequenceLayout.of(
                Arrays.stream(reviews).mapToInt(ids -> ids.length).toArray());
        int[] rowOfId = new int[vocabulary];
        Arrays.fill(rowOfId, -1);
        int[] found = new int[Math.min(vocabulary, layout.places())];
        int[] rowOf = new int[layout.places()];
        int rows = 0;
        for (int rank = 0; rank < layout.sequences(); rank++) {
            int[] ids = reviews[layout.sequence(rank)];
            for (int step = 0; step < ids.length; step++) {
                int id = ids[step];
                if (id < 0 || id >= vocabulary) {
                    throw new IllegalArgumentException(
                            "an id must be at least 0 and below " + vocabulary + " but was " + id);
                }
                if (rowOfId[id] < 0) {
                    rowOfId[id] = rows;
                    found[rows++] = id;
                }
                rowOf[layout.place(rank, step)] = rowOfId[id];
            }
        }
        return new Words(layout, Arrays.copyOf(found, rows), rowOf);
    }

    /** The vector of each row, {@code [rows][size]}. */
    float[] vectors(float[] embedding, int size) {
        float[] vectors = new float[ids.length * size];
        for (int row = 0; row < ids.length; row++) {
            System.arraycopy(embedding, ids[row] * size, vectors, row * size, size);
        }
        return vectors;
    }
}
