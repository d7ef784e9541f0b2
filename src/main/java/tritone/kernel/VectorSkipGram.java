package tritone.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * On {@code jdk.incubator.vector}; blocks are cut into as many vectors as the machine's width makes of them. A word's vector
 * is read anew for each row: written out so that it stays in registers, the step took twice as long.
 */
final class VectorSkipGram implements SkipGram {
    private static final int LANES = Math.min(BLOCK, VectorTiles.LANES);
    private static final VectorSpecies<Float> SPECIES =
            LANES == VectorTiles.LANES ? VectorTiles.SPECIES : FloatVector.SPECIES_512;

    @Override
    public void learn(float[] vectors, int[] places, int count, Rows rows, float rate) {
        for (int i = 0; i < count; i++) {
            multiply(vectors, places[i], rows);
            move(vectors, places[i], rows, rate);
        }
    }

    private static FloatVector of(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }

    private static void multiply(float[] vectors, int place, Rows rows) {
        for (int row = 0; row < rows.count(); row++) {
            int at = row * rows.stride();
            // Chains side by side: those of a block do not wait for each other.
            for (int lane = 0; lane < BLOCK; lane += LANES) {
                FloatVector sum = FloatVector.zero(SPECIES);
                for (int j = lane; j < rows.stride(); j += BLOCK) {
                    sum = of(vectors, place + j).fma(of(rows.values(), at + j), sum);
                }
                sum.intoArray(rows.partial(), row * BLOCK + lane);
            }
        }
    }

    private static void move(float[] vectors, int place, Rows rows, float rate) {
        float[] values = rows.values();
        for (int row = 0; row < rows.count(); row++) {
            FloatVector step = FloatVector.broadcast(SPECIES, rows.step(row, rate));
            int at = row * rows.stride();
            for (int j = 0; j < rows.stride(); j += LANES) {
                FloatVector before = row == 0 ? FloatVector.zero(SPECIES) : of(rows.sums(), j);
                FloatVector old = of(values, at + j);
                step.fma(old, before).intoArray(rows.sums(), j);
                step.fma(of(vectors, place + j), old).intoArray(values, at + j);
            }
        }
        for (int j = 0; j < rows.stride(); j += LANES) {
            of(vectors, place + j).add(of(rows.sums(), j)).intoArray(vectors, place + j);
        }
    }
}
