package tritone.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tritone.evaluation.Evaluation;
import tritone.evaluation.Slices;

/**
 * How a model came by its weights.
 *
 * @param plan every setting by name
 * @param epochs none of a model that has none
 * @param bestEpoch whose weights these are; 0 of a model without epochs
 * @param validation figures of the model on the validation reviews; absent without any
 * @param uncalibrated what two of them were before its temperature; absent without, and in models of format 1
 * @param slices accuracy on parts of the validation reviews; none of a model of format 1
 */
public record Training(
        Map<String, String> plan,
        int trainingReviews,
        int validationReviews,
        List<EpochRecord> epochs,
        int bestEpoch,
        Optional<Evaluation> validation,
        Optional<Uncalibrated> uncalibrated,
        Slices slices) {
    public Training {
        plan = Collections.unmodifiableMap(new LinkedHashMap<>(plan));
        epochs = List.copyOf(epochs);
    }
}
