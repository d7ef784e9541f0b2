package tritone.network;

/** What is done to a cell's inputs before its weights. */
public enum Normalisation {
    NONE,
    /** Each input vector by its own mean and variance (Ba et al., 2016). */
    LAYER,
    /**
     * Each feature by mean and variance over all steps of the batch, in training; by their running averages otherwise
     * (Ioffe and Szegedy, 2015).
     */
    BATCH
}
