package tritone.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tritone.classification.Outcome;
import tritone.classification.Prediction;

/**
 * What is told of each review.
 *
 * @param labels the classes
 * @param unsure the band to tell whether an answer lies in
 * @param details whether lengths, unknown words and truncation are told
 * @param voters the models' names; told apart if there are several
 * @param errors whether bad rows have a place
 * @param explained whether the words are told, for which a nested column is needed
 */
record PredictionColumns(
        List<String> labels,
        Optional<UnsureBand> unsure,
        boolean details,
        List<String> voters,
        boolean errors,
        boolean explained) {
    /** @param nested whether a column may hold an object; else each class and model has a column of its own */
    List<String> names(boolean nested) {
        List<String> names = new ArrayList<>(List.of("id", "label", "probability"));
        if (nested) {
            names.add("probabilities");
        } else {
            labels.forEach(label -> names.add("p_" + label));
        }
        unsure.ifPresent(band -> names.add("unsure"));
        if (details) {
            names.addAll(List.of("tokens", "unknown", "truncated"));
        }
        if (voters.size() > 1 && nested) {
            names.add("votes");
        } else if (voters.size() > 1) {
            voters.forEach(voter -> names.add("vote_" + voter));
        }
        if (explained) {
            names.add("explanation");
        }
        if (errors) {
            names.add("error");
        }
        return names;
    }

    /** Of a review, in the order of the names. */
    List<Object> values(Outcome outcome, boolean nested) {
        Prediction prediction = outcome.prediction().orElseThrow();
        List<Object> values = new ArrayList<>();
        values.add(outcome.row().id());
        values.add(prediction.label());
        values.add(prediction.probability());
        if (nested) {
            values.add(prediction.probabilities());
        } else {
            values.addAll(prediction.probabilities().values());
        }
        unsure.ifPresent(band -> values.add(band.holds(prediction)));
        if (details) {
            values.add(prediction.tokens());
            values.add(prediction.unknown());
            values.add(prediction.truncated());
        }
        if (voters.size() > 1 && nested) {
            values.add(prediction.votes());
        } else if (voters.size() > 1) {
            values.addAll(prediction.votes().values());
        }
        if (explained) {
            values.add(ExplanationObject.of(outcome.explained().orElseThrow()));
        }
        if (errors) {
            values.add(null);
        }
        return values;
    }
}
