package tritone.corpus;

import java.util.Objects;
import java.util.Optional;

/**
 * What one row of an input came to: a review, or the reason why it is none.
 *
 * @param id the review's; of a bad row its line number, or the file that it is
 */
public record Row(String id, Optional<Review> review, Optional<Exception> fault) {
    public Row {
        Objects.requireNonNull(id, "id");
        if (review.isPresent() == fault.isPresent()) {
            throw new IllegalArgumentException("a row must be a review or have a fault");
        }
    }

    public static Row of(Review review) {
        return new Row(review.id(), Optional.of(review), Optional.empty());
    }

    public static Row bad(String id, Exception fault) {
        return new Row(id, Optional.empty(), Optional.of(fault));
    }
}
