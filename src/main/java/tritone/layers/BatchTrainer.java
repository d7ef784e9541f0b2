package tritone.layers;

import tritone.encoding.ReviewBatch;

/** A network in training, batch by batch. */
public interface BatchTrainer {
    /**
     * Takes one step.
     *
     * @param classes of the reviews, 0 or 1
     * @return the mean loss of the batch before the step
     */
    double fit(ReviewBatch batch, int[] classes);
}
