package tritone.classification;

import java.util.Optional;
import tritone.corpus.Row;

/**
 * What became of one row.
 *
 * @param prediction absent if the row is bad
 */
public record Outcome(Row row, Optional<Prediction> prediction) {
    public Outcome {
        if (row.review().isPresent() != prediction.isPresent()) {
            throw new IllegalArgumentException("a review must have a prediction and a bad row must not");
        }
    }
}
