package tritone.layers;

import tritone.encoding.ReviewBatch;

/** A network in training, batch by batch. */
public interface BatchTrainer {
    /**
     * Takes one step.
     *
     * @return the mean loss of the batch before the step
     */
    double fit(ReviewBatch batch, Targets targets);
}
