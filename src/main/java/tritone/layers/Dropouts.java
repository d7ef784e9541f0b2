package tritone.layers;

import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Shares of numbers that are dropped in training.
 *
 * @param input of the cells' inputs, the same numbers at every step of a sequence
 * @param state of the states wherever they enter a product, the same at every step (Gal and Ghahramani, 2016); without a
 *     cell they enter none, so that nothing is dropped
 * @param word of the words, which become the unknown one
 */
public record Dropouts(
        @JsonProperty("input") double input,
        @JsonProperty("state") double state,
        @JsonProperty("word") double word) {
    /** Nothing is dropped. */
    public static final Dropouts NONE = new Dropouts(0, 0, 0);

    @JsonCreator
    public Dropouts {
        check("input", input);
        check("state", state);
        check("word", word);
    }

    private static void check(String name, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(name + " dropout must be at least 0 and below 1 but was " + share);
        }
    }
}
