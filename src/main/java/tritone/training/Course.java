package tritone.training;

/**
 * How far a network's training goes on its data.
 *
 * @param batch reviews in a batch at most
 * @param perEpoch batches of a whole epoch, each of which is a step
 * @param steps in all; the last epoch may be a part of one
 */
public record Course(int batch, int perEpoch, int steps) {
    private static final int MOST_REVIEWS = 64;
    private static final int FEWEST_REVIEWS = 8;
    private static final int WANTED_BATCHES = 32;
    private static final int WANTED_STEPS = 600;
    private static final int FEWEST_EPOCHS = 4;
    private static final int MOST_EPOCHS = 30;

    public static Course of(LoopPlan loop, TrainingData data) {
        return of(
                loop,
                data.training().size(),
                data.taught().map(more -> more.reviews().length).orElse(0));
    }

    /** On so many reviews with labels alone. */
    public static Course of(LoopPlan loop, int labelled) {
        return of(loop, labelled, 0);
    }

    static Course of(LoopPlan loop, int labelled, int taught) {
        int batch = loop.batch().orElseGet(() -> usualBatch(labelled, taught));
        int perEpoch = perEpoch(labelled, taught, batch);
        int epochs = loop.epochs().orElseGet(() -> usualEpochs(perEpoch));
        long whole = (long) epochs * perEpoch;
        long steps = Math.min(whole, loop.steps().orElse(Integer.MAX_VALUE));
        if (loop.steps().isEmpty() && whole > steps) {
            throw new TrainingDataException(Setting.EPOCHS + " must be at most " + Integer.MAX_VALUE / perEpoch
                    + " with " + perEpoch + " batches each but was " + epochs);
        }
        return new Course(batch, perEpoch, (int) steps);
    }

    /** Reviews with labels and those that teachers answered for have batches of their own. */
    private static int perEpoch(int labelled, int taught, int batch) {
        return batches(labelled, batch) + batches(taught, batch);
    }

    /** The largest power of two with enough batches in an epoch: few steps teach little, however good each is. */
    private static int usualBatch(int labelled, int taught) {
        int batch = MOST_REVIEWS;
        while (batch > FEWEST_REVIEWS && perEpoch(labelled, taught, batch) < WANTED_BATCHES) {
            batch /= 2;
        }
        return batch;
    }

    /** As few as make enough steps. */
    private static int usualEpochs(int perEpoch) {
        return Math.max(FEWEST_EPOCHS, Math.min(MOST_EPOCHS, batches(WANTED_STEPS, perEpoch)));
    }

    private static int batches(int reviews, int batch) {
        return (int) ((reviews + batch - 1L) / batch);
    }

    /** How many there are, a part of one included. */
    public int epochs() {
        return batches(steps, perEpoch);
    }

    /** Of this epoch, the first one 0. */
    int batches(int epoch) {
        return (int) Math.min(perEpoch, steps - (long) epoch * perEpoch);
    }
}
