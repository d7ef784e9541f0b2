package tritone.training;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tritone.encoding.Batches;
import tritone.encoding.ReviewBatch;
import tritone.layers.Targets;

/** The batches of one epoch in their order, with what a network should say of them. */
final class EpochBatches {
    private final List<Part> parts;
    private final int[] order; // batches of the first part from 0 on, of the second one after them

    /** Batches of one kind of reviews. */
    record Part(Batches batches, Wanted wanted) {}

    /** What a network should say of a batch. */
    interface Wanted {
        LearningBatch of(ReviewBatch batch);
    }

    /**
     * A batch to learn from.
     *
     * @param classes of its reviews; empty if they have no labels
     */
    record LearningBatch(ReviewBatch reviews, Targets targets, int[] classes) {}

    private EpochBatches(List<Part> parts, int[] order) {
        this.parts = parts;
        this.order = order;
    }

    static EpochBatches of(Part labelled) {
        return new EpochBatches(
                List.of(labelled), IntStream.range(0, labelled.batches.size()).toArray());
    }

    /** Both kinds mixed: only the seed decides how. */
    static EpochBatches of(Part labelled, Part taught, long seed) {
        int[] order = new int[labelled.batches.size() + taught.batches.size()];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < order.length; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return new EpochBatches(List.of(labelled, taught), order);
    }

    int size() {
        return order.length;
    }

    LearningBatch get(int index) {
        int first = parts.get(0).batches.size();
        return order[index] < first ? batch(parts.get(0), order[index]) : batch(parts.get(1), order[index] - first);
    }

    private static LearningBatch batch(Part part, int index) {
        return part.wanted.of(part.batches.get(index));
    }
}
