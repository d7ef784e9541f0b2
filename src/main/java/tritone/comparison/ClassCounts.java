package tritone.comparison;

import java.util.Arrays;

/** How often each id stands in the reviews of each class. */
final class ClassCounts {
    private final long[][] counts; // [class][id]
    private final long[] tokens; // [class]
    private int ids;

    ClassCounts(int classes) {
        counts = new long[classes][0];
        tokens = new long[classes];
    }

    void add(int[] review, int label) {
        for (int id : review) {
            if (id >= counts[label].length) {
                counts[label] = Arrays.copyOf(counts[label], Math.max(id + 1, 2 * counts[label].length));
            }
            counts[label][id]++;
            ids = Math.max(ids, id + 1);
        }
        tokens[label] += review.length;
    }

    /** All ids that stand anywhere are below this. */
    int ids() {
        return ids;
    }

    private long count(int label, int id) {
        return id < counts[label].length ? counts[label][id] : 0;
    }

    /** In the reviews of all classes. */
    long count(int id) {
        long sum = 0;
        for (int label = 0; label < counts.length; label++) {
            sum += count(label, id);
        }
        return sum;
    }

    /**
     * How many times as often, by its share of the tokens, an id stands in the class that has it most often as in the one
     * that has it least often; infinite if one has it never. Classes without a token are left out.
     */
    double unevenness(int id) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int label = 0; label < counts.length; label++) {
            if (tokens[label] > 0) {
                double share = (double) count(label, id) / tokens[label];
                least = Math.min(least, share);
                most = Math.max(most, share);
            }
        }
        return most / least;
    }
}
