package tritone.layers;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import tritone.kernel.SequenceLayout;

/**
 * A batch as a layer got it, without its padding: which time steps each sequence has. A sequence stands still where its mask
 * is 0, be that at its end, its beginning or in between.
 *
 * @param steps the time steps of the array
 * @param positions the time steps of each sequence, {@code [batch][length]}
 */
record Sequences(int steps, int[][] positions) {
    static Sequences of(int batch, int steps, INDArray mask) {
        int[][] positions = new int[batch][];
        if (mask == null) {
            int[] all = new int[steps];
            Arrays.setAll(all, step -> step);
            Arrays.fill(positions, all);
            return new Sequences(steps, positions);
        }
        if (mask.rank() != 2 || mask.size(0) != batch || mask.size(1) != steps) {
            throw new IllegalArgumentException("a mask must be [batch][steps] = [" + batch + "][" + steps + "] but was "
                    + Arrays.toString(mask.shape()));
        }
        float[] values = floats(mask);
        for (int row = 0; row < batch; row++) {
            int[] found = new int[steps];
            int length = 0;
            for (int step = 0; step < steps; step++) {
                if (values[row * steps + step] != 0) {
                    found[length++] = step;
                }
            }
            positions[row] = Arrays.copyOf(found, length);
        }
        return new Sequences(steps, positions);
    }

    /** In one go: ND4J's own conversions look at one number at a time. */
    private static float[] floats(INDArray array) {
        return new FloatArrays().read(array.castTo(DataType.FLOAT).dup('c'));
    }

    SequenceLayout layout() {
        return SequenceLayout.of(
                Arrays.stream(positions).mapToInt(row -> row.length).toArray());
    }

    /** The ids of each sequence from {@code [batch][steps]}. */
    int[][] ids(INDArray input) {
        float[] all = floats(input);
        int[][] ids = new int[positions.length][];
        for (int row = 0; row < ids.length; row++) {
            ids[row] = new int[positions[row].length];
            for (int i = 0; i < ids[row].length; i++) {
                float id = all[row * steps + positions[row][i]];
                ids[row][i] = (int) id;
                if (ids[row][i] != id) {
                    throw new IllegalArgumentException("an id must be a whole number but was " + id);
                }
            }
        }
        return ids;
    }
}
