package tritone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusPart;
import tritone.corpus.ReadingOptions;
import tritone.corpus.Review;
import tritone.corpus.ReviewReader;
import tritone.corpus.Split;
import tritone.text.Chain;
import tritone.vocabulary.CorpusCounts;
import tritone.vocabulary.Vocabulary;
import tritone.vocabulary.VocabularyFile;

/** The corpus that ships is what its README says. */
class SampleCorpusTest {
    private static List<Review> read(Split split) throws IOException {
        List<Review> reviews = new ArrayList<>();
        Corpus corpus = Corpus.open(Path.of("corpora/sample"), ReadingOptions.DEFAULTS);
        try (ReviewReader reader = corpus.part(split).orElseThrow().open()) {
            for (Review review = reader.next(); review != null; review = reader.next()) {
                reviews.add(review);
            }
        }
        return reviews;
    }

    private static List<Review> all() throws IOException {
        List<Review> reviews = read(Split.TRAIN);
        reviews.addAll(read(Split.TEST));
        return reviews;
    }

    @Test
    void holdsFourHundredReviewsOfEachLabel() throws IOException {
        Map<String, Integer> labels = new HashMap<>();
        all().forEach(review -> labels.merge(review.label().orElseThrow(), 1, Integer::sum));

        assertThat(labels).isEqualTo(Map.of("neg", 400, "pos", 400));
    }

    @Test
    void reviewsHaveTwentyToTwoHundredWordsAndDiffer() throws IOException {
        assertThat(all())
                .allSatisfy(review -> assertThat(review.text().split("\\s+").length)
                        .as(review.id())
                        .isBetween(20, 200));
        assertThat(all()).extracting(Review::text).doesNotHaveDuplicates();
        assertThat(all()).extracting(Review::id).doesNotHaveDuplicates();
    }

    @Test
    void ratingsAgreeWithLabels() throws IOException {
        assertThat(all())
                .allSatisfy(review -> assertThat(review.rating().orElseThrow() >= 7)
                        .as(review.id())
                        .isEqualTo(review.label().orElseThrow().equals("pos")));
    }

    @Test
    void noFilmStandsInBothParts() throws IOException {
        Set<String> learnt = new HashSet<>();
        read(Split.TRAIN).forEach(review -> learnt.add(review.group().orElseThrow()));

        assertThat(learnt).hasSize(108);
        assertThat(read(Split.TEST))
                .noneMatch(review -> learnt.contains(review.group().orElseThrow()));
    }

    @Test
    void theVocabularyThatShipsIsBuiltFromIt() throws IOException {
        CorpusPart part =
                Corpus.open(Path.of("corpora/sample"), ReadingOptions.DEFAULTS).training();
        CorpusCounts counts = CorpusCounts.of(part, Chain.DEFAULT, 2, read -> {});

        assertThat(VocabularyFile.read(Path.of("vocab/sample/vocab.txt")))
                .usingRecursiveComparison()
                .isEqualTo(Vocabulary.of(Chain.DEFAULT, counts.tokens(), 10_000, 1));
    }
}
