package tritone.layers;

import java.util.SplittableRandom;
import tritone.kernel.SequenceLayout;

/** Draws what is dropped in training. Seed, step and row decide and nothing else, so a checkpoint needs no generator. */
record DropoutMasks(long seed, long step, boolean training) {
    /** What draws are for; no two may see the same numbers. */
    enum Purpose {
        INPUT,
        STATE,
        BACKWARD_STATE,
        WORD
    }

    SplittableRandom random(Purpose purpose, int row) {
        long mixed = seed;
        for (long number : new long[] {step, purpose.ordinal(), row}) {
            mixed = new SplittableRandom(mixed).nextLong() + number;
        }
        return new SplittableRandom(mixed);
    }

    /**
     * Factors for each sequence, {@code [rank][width]}: 0, or what keeps the mean as it was. Empty for a share of 0
     * and outside training.
     */
    float[] factors(Purpose purpose, double share, SequenceLayout layout, int width) {
        if (share == 0 || !training) {
            return new float[0];
        }
        float[] factors = new float[layout.sequences() * width];
        float kept = (float) (1 / (1 - share));
        for (int rank = 0; rank < layout.sequences(); rank++) {
            SplittableRandom random = random(purpose, layout.sequence(rank));
            for (int i = 0; i < width; i++) {
                factors[rank * width + i] = random.nextDouble() < share ? 0 : kept;
            }
        }
        return factors;
    }

    /** Replaces a share of a row's ids. */
    void dropWords(double share, int row, int[] ids, int replacement) {
        if (share == 0 || !training) {
            return;
        }
        SplittableRandom random = random(Purpose.WORD, row);
        for (int i = 0; i < ids.length; i++) {
            if (random.nextDouble() < share) {
                ids[i] = replacement;
            }
        }
    }
}
