package tritone.kernel;

import java.util.stream.IntStream;

/**
 * Sequences of different lengths without padding. Sequences are ranked by falling length and cut into chunks of {@value
 * #CHUNK} ranks. Each step of each sequence has its place: chunk after chunk, within a chunk step after step, within a step
 * by rank. So the sequences of a chunk that are still running at a step are its first ones, and their places follow each
 * other. Chunks never depend on the number of threads; what is summed over them is summed in their order.
 */
public final class SequenceLayout {
    /** Enough rows for products to be fast, few enough for a batch of 64 to keep several threads busy. */
    public static final int CHUNK = 16;

    private final int[] lengths; // [rank]
    private final int[] order; // [rank] the sequence as the caller counts
    private final int[] rankOf; // [sequence]
    private final Chunk[] chunks;

    /**
     * Sequences of neighbouring ranks.
     *
     * @param active how many of them are still running, by step
     * @param first where each step's places begin
     * @param end where the last step's places end
     */
    record Chunk(int firstRank, int sequences, int[] active, int[] first, int end) {
        int steps() {
            return active.length;
        }
    }

    private SequenceLayout(int[] lengths, int[] order) {
        this.lengths = lengths;
        this.order = order;
        rankOf = new int[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            rankOf[order[rank]] = rank;
        }
        chunks = new Chunk[(lengths.length + CHUNK - 1) / CHUNK];
        for (int c = 0; c < chunks.length; c++) {
            chunks[c] = chunk(c * CHUNK, c == 0 ? 0 : chunks[c - 1].end);
        }
    }

    private Chunk chunk(int firstRank, int firstPlace) {
        int sequences = Math.min(CHUNK, lengths.length - firstRank);
        int[] active = new int[lengths[firstRank]];
        int[] first = new int[active.length];
        int place = firstPlace;
        int running = sequences;
        for (int step = 0; step < active.length; step++) {
            while (lengths[firstRank + running - 1] <= step) {
                running--;
            }
            active[step] = running;
            first[step] = place;
            place = Math.addExact(place, running);
        }
        return new Chunk(firstRank, sequences, active, first, place);
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
                .sorted((one, other) -> Integer.compare(lengths[other], lengths[one]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new SequenceLayout(
                IntStream.of(order).map(sequence -> lengths[sequence]).toArray(), order);
    }

    public int sequences() {
        return lengths.length;
    }

    /** Those of the longest sequence. */
    public int steps() {
        return lengths.length == 0 ? 0 : lengths[0];
    }

    /** All steps of all sequences. */
    public int places() {
        return chunks.length == 0 ? 0 : chunks[chunks.length - 1].end;
    }

    /** The sequence with this rank, as the caller counts. */
    public int sequence(int rank) {
        return order[rank];
    }

    /** The rank of this sequence. */
    public int rank(int sequence) {
        return rankOf[sequence];
    }

    /** The length of the sequence with this rank. */
    public int length(int rank) {
        return lengths[rank];
    }

    /** Where this step of the sequence with this rank stands. */
    public int place(int rank, int step) {
        return chunks[rank / CHUNK].first[step] + rank % CHUNK;
    }

    int chunks() {
        return chunks.length;
    }

    Chunk chunk(int index) {
        return chunks[index];
    }
}
