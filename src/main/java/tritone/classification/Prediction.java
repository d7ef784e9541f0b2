package tritone.classification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a classifier says of a text.
 *
 * @param label the most probable class; of equal ones the first
 * @param probability of that class
 * @param probabilities of every class, in the order of {@link Classifier#labels()}
 * @param tokens in the text, as the first model counts them
 * @param unknown the share of them that the first model's vocabulary does not hold; 0 where there are none
 * @param truncated whether the first model left out a part of the text because it is too long
 * @param votes the label that each model alone would give, by its name
 */
public record Prediction(
        String label,
        float probability,
        Map<String, Float> probabilities,
        int tokens,
        float unknown,
        boolean truncated,
        Map<String, String> votes) {
    public Prediction {
        probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
        votes = Collections.unmodifiableMap(new LinkedHashMap<>(votes));
    }
}
