package tritone.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tritone.evaluation.Evaluation;

/**
 * How a model came by its weights.
 *
 * @param plan every setting by name
 * @param epochs none of a model that has none
 * @param bestEpoch whose weights these are; 0 of a model without epochs
 * @param validation figures of these weights on the validation reviews; absent without any
 */
public record Training(
        Map<String, String> plan,
        int trainingReviews,
        int validationReviews,
        List<EpochRecord> epochs,
        int bestEpoch,
        Optional<Evaluation> validation) {
    public Training {
        plan = Collections.unmodifiableMap(new LinkedHashMap<>(plan));
        epochs = List.copyOf(epochs);
    }
}
