package tritone.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** On {@code jdk.incubator.vector}; blocks are cut into as many vectors as the machine's width makes of them. */
final class VectorSkipGram implements SkipGram {
    private static final int LANES = Math.min(BLOCK, VectorTiles.LANES);
    private static final VectorSpecies<Float> SPECIES =
            LANES == VectorTiles.LANES ? VectorTiles.SPECIES : FloatVector.SPECIES_512;

    /** Numbers that are worked on in one go: with eight vectors, a word's and its sums stay in registers. */
    private static final int WIDE = 8 * BLOCK;

    @Override
    public void learn(float[] vectors, int[] places, int count, Rows rows, float rate) {
        for (int i = 0; i < count; i++) {
            int place = places[i];
            if (LANES == BLOCK && rows.stride() == WIDE) {
                learnWide(vectors, place, rows, rate);
            } else {
                multiply(vectors, place, rows);
                move(vectors, place, rows, rate);
            }
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

    /** Vectors of eight blocks, each in one register. */
    private static void learnWide(float[] vectors, int place, Rows rows, float rate) {
        FloatVector x0 = of(vectors, place);
        FloatVector x1 = of(vectors, place + LANES);
        FloatVector x2 = of(vectors, place + 2 * LANES);
        FloatVector x3 = of(vectors, place + 3 * LANES);
        FloatVector x4 = of(vectors, place + 4 * LANES);
        FloatVector x5 = of(vectors, place + 5 * LANES);
        FloatVector x6 = of(vectors, place + 6 * LANES);
        FloatVector x7 = of(vectors, place + 7 * LANES);
        float[] values = rows.values();
        for (int row = 0; row < rows.count(); row++) {
            int at = row * WIDE;
            FloatVector sum = x0.fma(of(values, at), FloatVector.zero(SPECIES));
            sum = x1.fma(of(values, at + LANES), sum);
            sum = x2.fma(of(values, at + 2 * LANES), sum);
            sum = x3.fma(of(values, at + 3 * LANES), sum);
            sum = x4.fma(of(values, at + 4 * LANES), sum);
            sum = x5.fma(of(values, at + 5 * LANES), sum);
            sum = x6.fma(of(values, at + 6 * LANES), sum);
            x7.fma(of(values, at + 7 * LANES), sum).intoArray(rows.partial(), row * BLOCK);
        }
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector s4 = s0;
        FloatVector s5 = s0;
        FloatVector s6 = s0;
        FloatVector s7 = s0;
        for (int row = 0; row < rows.count(); row++) {
            FloatVector step = FloatVector.broadcast(SPECIES, rows.step(row, rate));
            int at = row * WIDE;
            s0 = moved(step, values, at, x0, s0);
            s1 = moved(step, values, at + LANES, x1, s1);
            s2 = moved(step, values, at + 2 * LANES, x2, s2);
            s3 = moved(step, values, at + 3 * LANES, x3, s3);
            s4 = moved(step, values, at + 4 * LANES, x4, s4);
            s5 = moved(step, values, at + 5 * LANES, x5, s5);
            s6 = moved(step, values, at + 6 * LANES, x6, s6);
            s7 = moved(step, values, at + 7 * LANES, x7, s7);
        }
        x0.add(s0).intoArray(vectors, place);
        x1.add(s1).intoArray(vectors, place + LANES);
        x2.add(s2).intoArray(vectors, place + 2 * LANES);
        x3.add(s3).intoArray(vectors, place + 3 * LANES);
        x4.add(s4).intoArray(vectors, place + 4 * LANES);
        x5.add(s5).intoArray(vectors, place + 5 * LANES);
        x6.add(s6).intoArray(vectors, place + 6 * LANES);
        x7.add(s7).intoArray(vectors, place + 7 * LANES);
    }

    /** The sum with what this piece of a row adds to it; the piece itself is moved towards the word or away. */
    private static FloatVector moved(FloatVector step, float[] values, int at, FloatVector x, FloatVector sum) {
        FloatVector old = of(values, at);
        step.fma(x, old).intoArray(values, at);
        return step.fma(old, sum);
    }
}
