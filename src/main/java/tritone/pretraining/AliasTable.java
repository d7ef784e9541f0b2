package tritone.pretraining;

import java.util.SplittableRandom;

/**
 * Draws places in proportion to their weights, each in the same short time (Vose, 1991): every slot holds its own place
 * up to some share, and beyond that another one.
 */
final class AliasTable {
    private static final int CHANCE_BITS = 24; // what a float holds exactly

    private final float[] own; // [slot] share
    private final int[] others; // [slot]

    AliasTable(double[] weights) {
        int size = weights.length;
        own = new float[size];
        others = new int[size];
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[] rest = new double[size];
        int[] slots = new int[size]; // those below the mean from the front, the others from the back
        int below = 0;
        int above = size;
        for (int i = 0; i < size; i++) {
            rest[i] = weights[i] * size / sum;
            slots[rest[i] < 1 ? below++ : --above] = i;
        }
        fill(rest, slots, below, above);
    }

    private void fill(double[] rest, int[] slots, int belowCount, int aboveStart) {
        int below = belowCount;
        int above = aboveStart;
        while (below > 0 && above < slots.length) {
            int small = slots[--below];
            int large = slots[above];
            own[small] = (float) rest[small];
            others[small] = large;
            rest[large] -= 1 - rest[small];
            if (rest[large] < 1) {
                above++;
                slots[below++] = large;
            }
        }
        // Rounding leaves some that should be whole.
        for (; below > 0; below--) {
            own[slots[below - 1]] = 1;
        }
        for (; above < slots.length; above++) {
            own[slots[above]] = 1;
        }
    }

    int draw(SplittableRandom random) {
        long bits = random.nextLong();
        int slot = (int) ((bits >>> Integer.SIZE) * own.length >>> Integer.SIZE);
        float chance = (bits & (1 << CHANCE_BITS) - 1) * 0x1p-24f;
        return chance < own[slot] ? slot : others[slot];
    }
}
