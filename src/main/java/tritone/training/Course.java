package tritone.training;

/**
 * How far a network's training goes on its data.
 *
 * @param batch reviews in a batch at most
 * @param perEpoch batches of a whole epoch, each of which is a step
 * @param steps in all; the last epoch may be a part of one
 */
record Course(int batch, int perEpoch, int steps) {
    static Course of(LoopPlan loop, TrainingData data) {
        return of(
                loop,
                data.training().size(),
                data.taught().map(more -> more.reviews().length).orElse(0));
    }

    /** Reviews with labels and those that teachers answered for have batches of their own. */
    static Course of(LoopPlan loop, int labelled, int taught) {
        int perEpoch = batches(labelled, loop.batch()) + batches(taught, loop.batch());
        long whole = (long) loop.epochs() * perEpoch;
        long steps = Math.min(whole, loop.steps().orElse(Integer.MAX_VALUE));
        if (loop.steps().isEmpty() && whole > steps) {
            throw new TrainingDataException(Setting.EPOCHS + " must be at most " + Integer.MAX_VALUE / perEpoch
                    + " with " + perEpoch + " batches each but was " + loop.epochs());
        }
        return new Course(loop.batch(), perEpoch, (int) steps);
    }

    private static int batches(int reviews, int batch) {
        return (int) ((reviews + batch - 1L) / batch);
    }

    /** How many there are, a part of one included. */
    int epochs() {
        return batches(steps, perEpoch);
    }

    /** Of this epoch, the first one 0. */
    int batches(int epoch) {
        return (int) Math.min(perEpoch, steps - (long) epoch * perEpoch);
    }
}
