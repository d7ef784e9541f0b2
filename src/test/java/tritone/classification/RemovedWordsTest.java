package tritone.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tritone.corpus.Corpus;
import tritone.corpus.ReadingOptions;
import tritone.corpus.Review;
import tritone.corpus.ReviewReader;
import tritone.corpus.Split;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.model.ModelFolder;
import tritone.model.OpenModel;

/** Whether the words that are said to have made an answer did: without them it falls further than without any others. */
class RemovedWordsTest {
    private static final Path MODEL = Path.of("models/imdb-gru");
    private static final int REMOVED = 5;

    /** Of the part to test with, then of that to learn from; {@code -Dtritone.explain.reviews=200} for more of them. */
    private static List<Review> reviews() throws IOException {
        int count = Integer.getInteger("tritone.explain.reviews", 20);
        Corpus corpus = Corpus.open(Path.of("corpora/sample"), ReadingOptions.DEFAULTS);
        List<Review> reviews = new ArrayList<>();
        for (Split split : List.of(Split.TEST, Split.TRAIN)) {
            try (ReviewReader reader = corpus.part(split).orElseThrow().open()) {
                for (Review review = reader.next(); review != null && reviews.size() < count; review = reader.next()) {
                    reviews.add(review);
                }
            }
        }
        return reviews;
    }

    /** By how much the label's log odds fall if the model does not read these words. */
    private static double fall(OpenModel model, ExplainedPrediction said, Set<ExplainedWord> without) {
        int[] ids = said.words().stream()
                .filter(word -> word.read() && !without.contains(word))
                .mapToInt(word -> model.vocabulary().id(word.token()))
                .toArray();
        float[] probabilities = model.probabilities(new int[][] {ids});
        double own = probabilities[said.explanation().label()];
        double left = Math.log(own / (1 - own));
        assertThat(left).isFinite();
        return said.explanation().logOdds() - left;
    }

    @Test
    void theStrongestWordsMoveTheAnswerMoreThanRandomOnes() throws IOException {
        OpenModel model = ModelFolder.open(MODEL, Arithmetic.fastest(), Workers.NONE);
        Random random = new Random(42);
        List<Review> reviews = reviews();
        double strongest = 0;
        double any = 0;
        try (Classifier classifier = Classifier.open(MODEL)) {
            for (Review review : reviews) {
                ExplainedPrediction said = classifier.explain(review.text());
                List<ExplainedWord> read = new ArrayList<>(
                        said.words().stream().filter(ExplainedWord::read).toList());
                Collections.shuffle(read, random);
                any += fall(model, said, Set.copyOf(read.subList(0, REMOVED)));
                read.sort(Comparator.comparingDouble(ExplainedWord::attribution).reversed());
                strongest += fall(model, said, Set.copyOf(read.subList(0, REMOVED)));
            }
        }
        strongest /= reviews.size();
        any /= reviews.size();
        System.out.printf(
                Locale.ROOT,
                "%d reviews: without the top %d words the log odds fall by %.4f, without %d random ones by %.4f%n",
                reviews.size(),
                REMOVED,
                strongest,
                REMOVED,
                any);

        assertThat(strongest).isGreaterThan(Math.abs(any));
    }
}
