package tritone.corpus;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One review as it was read.
 *
 * @param id names the review in its corpus: its own id, else its line number or its file's path
 * @param text the words, markup and all
 * @param label what a classifier should say, if known
 * @param rating the stars or points its author gave, if known
 * @param group what it belongs together with, such as its film: reviews of one group are never split apart
 */
public record Review(String id, String text, Optional<String> label, OptionalDouble rating, Optional<String> group) {
    public Review {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(rating, "rating");
        Objects.requireNonNull(group, "group");
    }

    /** A review of which only the text is known. */
    public static Review of(String id, String text) {
        return new Review(id, text, Optional.empty(), OptionalDouble.empty(), Optional.empty());
    }
}
