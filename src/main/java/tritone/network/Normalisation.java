package tritone.network;

import java.util.Locale;

/** What is done to a cell's inputs before they are dropped and multiplied. To each variance 1e-5 is added. */
public enum Normalisation {
    NONE,
    /** Each input vector by its own mean and variance (Ba et al., 2016). */
    LAYER,
    /**
     * Each feature by mean and variance over all steps of the batch, in training; by their running averages otherwise,
     * which each batch moves by a tenth of the way (Ioffe and Szegedy, 2015).
     */
    BATCH;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
