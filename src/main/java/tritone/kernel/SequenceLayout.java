package tritone.kernel;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Sequences of different lengths without padding. Sequences are ranked by falling length; places are counted step by step,
 * and within a step by rank: so the sequences that are still running at a step are the first ones, and their places follow
 * each other.
 */
public final class SequenceLayout {
    private final int[] lengths; // [rank]
    private final int[] order; // [rank] the sequence as the caller counts
    private final int[] active; // [step] sequences still running
    private final int[] first; // [step + 1] places before this step

    private SequenceLayout(int[] lengths, int[] order) {
        this.lengths = lengths;
        this.order = order;
        int steps = lengths.length == 0 ? 0 : lengths[0];
        this.active = new int[steps];
        this.first = new int[steps + 1];
        for (int step = 0; step < steps; step++) {
            int running = step == 0 ? lengths.length : active[step - 1];
            while (lengths[running - 1] <= step) {
                running--;
            }
            active[step] = running;
            first[step + 1] = Math.addExact(first[step], running);
        }
    }

    /** The layout of sequences with these lengths; 0 is a length. Equal lengths keep their order. */
    public static SequenceLayout of(int[] lengths) {
        for (int length : lengths) {
            if (length < 0) {
                throw new IllegalArgumentException("a length must be at least 0 but was " + length);
            }
        }
        int[] order = IntStream.range(0, lengths.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer sequence) -> lengths[sequence])
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        return new SequenceLayout(
                IntStream.of(order).map(sequence -> lengths[sequence]).toArray(), order);
    }

    public int sequences() {
        return lengths.length;
    }

    public int steps() {
        return active.length;
    }

    /** All steps of all sequences. */
    public int places() {
        return first[active.length];
    }

    /** The sequence with this rank, as the caller counts. */
    public int sequence(int rank) {
        return order[rank];
    }

    /** The length of the sequence with this rank. */
    public int length(int rank) {
        return lengths[rank];
    }

    /** Where this step of the sequence with this rank stands. */
    public int place(int rank, int step) {
        return first[step] + rank;
    }

    int active(int step) {
        return active[step];
    }

    int first(int step) {
        return first[step];
    }

    /** The lowest rank whose sequence has at most {@code window} steps from this one on, this one included. */
    int firstWithin(int step, int window) {
        int rank = active[step];
        while (rank > 0 && lengths[rank - 1] - step <= window) {
            rank--;
        }
        return rank;
    }
}
