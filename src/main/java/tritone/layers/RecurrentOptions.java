package tritone.layers;

import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import tritone.kernel.CellVariant;
import tritone.network.Direction;
import tritone.network.Normalisation;
import tritone.network.Readout;

/**
 * What a recurrent layer has beyond any other of Deeplearning4j.
 *
 * @param vocabulary ids, where the layer has an embedding and reads ids; 0 where it reads vectors
 * @param forgetBias what an LSTM's forget gate's bias begins with
 * @param window steps from the end of each cell's way that carry gradient; 0 for all. (A {@code MultiLayerNetwork} takes no
 *     notice of its own {@code tbpttBackLength}.)
 */
public record RecurrentOptions(
        @JsonProperty("variant") CellVariant variant,
        @JsonProperty("direction") Direction direction,
        @JsonProperty("normalisation") Normalisation normalisation,
        @JsonProperty("readout") Readout readout,
        @JsonProperty("vocabulary") int vocabulary,
        @JsonProperty("dropouts") Dropouts dropouts,
        @JsonProperty("forgetBias") double forgetBias,
        @JsonProperty("window") int window) {
    /** Ids come in arrays of single precision, which tells no more apart. */
    private static final int MOST_IDS = 1 << 24;

    @JsonCreator
    public RecurrentOptions {
        Objects.requireNonNull(variant, "variant");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(normalisation, "normalisation");
        Objects.requireNonNull(readout, "readout");
        Objects.requireNonNull(dropouts, "dropouts");
        if (vocabulary < 0 || vocabulary > MOST_IDS) {
            throw new IllegalArgumentException(
                    "vocabulary must be at least 0 and at most " + MOST_IDS + " but was " + vocabulary);
        }
        if (window < 0) {
            throw new IllegalArgumentException("the backward window must be at least 0 but was " + window);
        }
        if (!Double.isFinite(forgetBias)) {
            throw new IllegalArgumentException("the forget bias must be a finite number but was " + forgetBias);
        }
    }

    /** A forward cell that hands on all its states, begins with a forget bias of 1 and drops nothing. */
    public static RecurrentOptions of(CellVariant variant) {
        return new RecurrentOptions(
                variant, Direction.FORWARD, Normalisation.NONE, Readout.STATES, 0, Dropouts.NONE, 1, 0);
    }

    public RecurrentOptions with(Direction direction) {
        return new RecurrentOptions(
                variant, direction, normalisation, readout, vocabulary, dropouts, forgetBias, window);
    }

    public RecurrentOptions with(Normalisation normalisation) {
        return new RecurrentOptions(
                variant, direction, normalisation, readout, vocabulary, dropouts, forgetBias, window);
    }

    public RecurrentOptions with(Readout readout) {
        return new RecurrentOptions(
                variant, direction, normalisation, readout, vocabulary, dropouts, forgetBias, window);
    }

    public RecurrentOptions with(Dropouts dropouts) {
        return new RecurrentOptions(
                variant, direction, normalisation, readout, vocabulary, dropouts, forgetBias, window);
    }

    public RecurrentOptions withVocabulary(int vocabulary) {
        return new RecurrentOptions(
                variant, direction, normalisation, readout, vocabulary, dropouts, forgetBias, window);
    }

    public RecurrentOptions withForgetBias(double forgetBias) {
        return new RecurrentOptions(
                variant, direction, normalisation, readout, vocabulary, dropouts, forgetBias, window);
    }

    public RecurrentOptions withWindow(int window) {
        return new RecurrentOptions(
                variant, direction, normalisation, readout, vocabulary, dropouts, forgetBias, window);
    }
}
