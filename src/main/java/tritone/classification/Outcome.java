package tritone.classification;

import java.util.Optional;
import tritone.corpus.Row;

/**
 * What became of one row.
 *
 * @param prediction absent if the row is bad
 * @param explained the same with its words, if that was asked for
 */
public record Outcome(Row row, Optional<Prediction> prediction, Optional<ExplainedPrediction> explained) {
    public Outcome {
        if (row.review().isPresent() != prediction.isPresent()) {
            throw new IllegalArgumentException("a review must have a prediction and a bad row must not");
        }
    }

    /** Without an explanation. */
    public Outcome(Row row, Optional<Prediction> prediction) {
        this(row, prediction, Optional.empty());
    }

    /** The outcome of one row by itself, whether it is a review or bad. */
    public static Outcome explained(Row row, Classifier classifier) {
        Optional<ExplainedPrediction> explained = row.review().map(review -> classifier.explain(review.text()));
        return new Outcome(row, explained.map(ExplainedPrediction::prediction), explained);
    }
}
