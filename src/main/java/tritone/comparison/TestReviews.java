package tritone.comparison;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import tritone.corpus.CorpusPart;
import tritone.corpus.Labels;
import tritone.corpus.Quote;
import tritone.encoding.EncodedCorpus;
import tritone.files.Sha256;
import tritone.training.ReviewSet;
import tritone.training.TrainingData;

/**
 * The reviews that contenders are compared on.
 *
 * @param part where they stand, be it all of them or some
 */
public record TestReviews(Kind kind, CorpusPart part) {
    /** What they are to a training. */
    public enum Kind {
        /** No training sees them. */
        TEST,
        /** They are not learnt from, but each training chooses its best epoch by them. */
        VALIDATION;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Turns a part into ids by the vocabulary of some data. */
    interface Encoding {
        EncodedCorpus of(CorpusPart part, TrainingData data) throws IOException;
    }

    /** These reviews as a training on this data sees them. */
    ReviewSet under(TrainingData data, Encoding encoding) throws IOException {
        return switch (kind) {
            case TEST -> labelled(encoding.of(part, data), data.labels());
            case VALIDATION ->
                data.validation()
                        .orElseThrow(() -> new NothingToCompareException(
                                part.name() + ": there is no test part to compare on, and nothing is held back"));
        };
    }

    private ReviewSet labelled(EncodedCorpus encoded, Labels labels) {
        for (String label : encoded.labels()) {
            if (labels.indexOf(label) < 0) {
                throw new NothingToCompareException(part.name() + ": expected labels among " + labels
                        + ", which are learnt, but found " + Quote.of(label));
            }
        }
        int[] classes = encoded.classes(labels);
        int[] reviews = IntStream.range(0, classes.length)
                .filter(review -> classes[review] >= 0)
                .toArray();
        if (reviews.length == 0) {
            throw new NothingToCompareException(
                    part.name() + ": expected reviews with labels to compare on but found none");
        }
        return new ReviewSet(encoded, reviews, classes);
    }

    /** Equal only for the same reviews. */
    String identity(ReviewSet reviews) throws IOException {
        return new Sha256()
                .add(part.fingerprint())
                .add(Arrays.toString(reviews.reviews()))
                .hex();
    }
}
