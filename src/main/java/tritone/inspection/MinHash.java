package tritone.inspection;

import java.util.SplittableRandom;

/**
 * Makes keys of which two texts are likely to share one if they share most phrases (Broder, 1997: of a random order of all
 * phrases, the chance that two sets have the same least one is their Jaccard index). A key stands for a band of four such
 * least phrases; two texts with index {@code j} share one of the 16 keys with a chance of {@code 1 - (1 - j^4)^16}: 0.9998 at
 * 0.8, 0.64 at 0.5, 0.03 at 0.2.
 */
final class MinHash {
    static final int BANDS = 16;
    private static final int ROWS = 4;

    private final long[] masks = new long[BANDS * ROWS];
    private final long[] factors = new long[BANDS * ROWS];

    MinHash() {
        SplittableRandom random = new SplittableRandom(20);
        for (int i = 0; i < masks.length; i++) {
            masks[i] = random.nextLong();
            factors[i] = random.nextLong() | 1;
        }
    }

    /** The keys of a text with any of these phrases, one for each band. */
    int[] keys(Longs phrases) {
        int[] keys = new int[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long key = band;
            for (int row = 0; row < ROWS; row++) {
                key = TextWords.mixed(key + least(phrases, band * ROWS + row));
            }
            keys[band] = (int) key;
        }
        return keys;
    }

    private long least(Longs phrases, int order) {
        long mask = masks[order];
        long factor = factors[order];
        long least = Long.MAX_VALUE;
        for (int i = 0; i < phrases.size(); i++) {
            least = Math.min(least, (phrases.get(i) ^ mask) * factor);
        }
        return least;
    }
}
