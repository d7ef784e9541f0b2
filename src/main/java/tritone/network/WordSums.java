package tritone.network;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * What the lowest level reads of each word: its vector, normalised, and what that adds to the sums of the cells. It is
 * multiplied with their input weights when the word is first met and never again. The rarest words of a large vocabulary are not kept. Safe for any
 * number of threads: two that meet a word at once both make the same numbers.
 */
final class WordSums {
    /** Numbers of all kept rows together: a quarter of a gigabyte. */
    private static final int MOST_NUMBERS = 1 << 26;

    private final LevelShape shape;
    private final Map<String, float[]> weights;
    private final float[] embedding;
    private final List<InputWeights> products; // by cell
    private final List<AtomicReferenceArray<float[]>> kept; // by cell, [id]

    /** The weights of the lowest level by name. */
    WordSums(LevelShape shape, Map<String, float[]> weights, float[] embedding, List<InputWeights> products) {
        this.shape = shape;
        this.weights = weights;
        this.embedding = embedding;
        this.products = products;
        int columns = shape.cell().variant().gates() * shape.cell().units();
        int ids = products.isEmpty()
                ? 0
                : Math.min(embedding.length / shape.inputs(), MOST_NUMBERS / products.size() / columns);
        kept = products.stream()
                .map(product -> new AtomicReferenceArray<float[]>(ids))
                .toList();
    }

    /** The sums of each of these ids for a cell, {@code [ids][columns]}. */
    float[][] of(int cell, int[] ids) {
        AtomicReferenceArray<float[]> known = kept.get(cell);
        float[][] sums = new float[ids.length][];
        int[] missing = IntStream.range(0, ids.length)
                .filter(i -> {
                    sums[i] = ids[i] < known.length() ? known.get(ids[i]) : null;
                    return sums[i] == null;
                })
                .toArray();
        if (missing.length > 0) {
            float[][] made = products.get(cell)
                    .rows(vectors(Arrays.stream(missing).map(i -> ids[i]).toArray()), missing.length);
            for (int i = 0; i < missing.length; i++) {
                sums[missing[i]] = made[i];
                if (ids[missing[i]] < known.length()) {
                    known.set(ids[missing[i]], made[i]);
                }
            }
        }
        return sums;
    }

    /** The normalised vectors of these ids, {@code [ids][inputs]}. */
    float[] vectors(int[] ids) {
        int inputs = shape.inputs();
        float[] vectors = new float[ids.length * inputs];
        for (int row = 0; row < ids.length; row++) {
            System.arraycopy(embedding, ids[row] * inputs, vectors, row * inputs, inputs);
        }
        if (shape.cell().normalisation() == Normalisation.NONE) {
            return vectors;
        }
        RowPlaces places = new RowPlaces(IntStream.range(0, ids.length).toArray(), ids.length);
        return new RowNormaliser(shape.cell().normalisation(), inputs, weights).forward(vectors, places, false);
    }
}
