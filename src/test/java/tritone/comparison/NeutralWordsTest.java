package tritone.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusPart;
import tritone.corpus.Labels;
import tritone.corpus.ReadingOptions;
import tritone.encoding.Batches;
import tritone.encoding.EncodedCorpus;
import tritone.encoding.EncodingCache;
import tritone.encoding.Truncation;
import tritone.text.Chain;
import tritone.training.ReviewSet;
import tritone.vocabulary.CorpusCounts;
import tritone.vocabulary.Vocabulary;

class NeutralWordsTest {
    /** So many tokens of each id from {@code first} on, and after them unknown ones. */
    private static int[] review(int length, int first, int... counts) {
        int[] ids = new int[length];
        Arrays.fill(ids, Vocabulary.UNKNOWN);
        int at = 0;
        for (int i = 0; i < counts.length; i++) {
            Arrays.fill(ids, at, at + counts[i], first + i);
            at += counts[i];
        }
        return ids;
    }

    @Test
    void standAsOftenInEveryClassByTheirShareOfItsTokens() {
        int[] positive = review(1000, 2, 100, 50, 150, 10, 10);
        int[] negative = review(2000, 2, 200, 1, 150, 21, 30);

        NeutralWords words = NeutralWords.of(new int[][] {positive, negative, {}}, new int[] {1, 0, 0}, 2);

        assertThat(words.ids()).containsExactly(2, 6, 5);
        assertThat(words.counts()).containsExactly(300, 40, 31);
        assertThat(words.unevenness()).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void areTheMostFrequentFiftyWhereThereAreEnough() {
        int[] one = review(11_000, 2, IntStream.rangeClosed(100, 170).toArray());
        int[] other = one.clone();
        Arrays.fill(one, 10_000, 10_400, 90);
        Arrays.fill(other, 10_000, 10_350, 90); // more frequent, but 1.14 times as often in one

        NeutralWords words = NeutralWords.of(new int[][] {one, other}, new int[] {0, 1}, 2);

        assertThat(words.ids())
                .containsExactly(IntStream.iterate(72, id -> id - 1).limit(50).toArray());
        assertThat(words.counts()[49]).isEqualTo(242);
        assertThat(words.unevenness()).isOne();
    }

    /** 45 words are even; with the next ten, at 1.15, they are enough, and that at 1.25 is never asked. */
    @Test
    void areAsEvenAsFiftyWordsCanBe() {
        int[] counts = new int[56];
        Arrays.fill(counts, 100);
        int[] others = counts.clone();
        Arrays.fill(others, 45, 55, 115);
        others[55] = 125;

        NeutralWords words = NeutralWords.of(
                new int[][] {review(10_000, 2, counts), review(10_000, 2, others)}, new int[] {0, 1}, 2);

        assertThat(words.ids()).hasSize(50).startsWith(47, 48).doesNotContain(57);
        assertThat(words.unevenness()).isCloseTo(1.15, within(1e-12));
    }

    @Test
    void ofSeveralClassesTheMostAndTheLeastCount() {
        int[][] reviews = {review(100, 2, 10, 10), review(100, 2, 10, 14), review(100, 2, 10, 19), {}};

        NeutralWords words = NeutralWords.of(reviews, new int[] {0, 1, 2, 3}, 4);

        assertThat(words.ids()).containsExactly(3, 2);
        assertThat(words.unevenness()).isCloseTo(1.9, within(1e-12));
    }

    @Test
    void whereNoWordIsNeutralTheOneThatIsLeastUnevenIsTaken() {
        int[][] uneven = {review(100, 2, 30, 0, 5), review(100, 2, 3, 9, 1)};
        int[][] apart = {review(100, 2, 4, 0, 9), review(100, 2, 0, 9, 0)};

        NeutralWords least = NeutralWords.of(uneven, new int[] {0, 1}, 2);
        NeutralWords frequent = NeutralWords.of(apart, new int[] {0, 1}, 2);

        assertThat(least.ids()).containsExactly(4);
        assertThat(least.unevenness()).isCloseTo(5, within(1e-12));
        assertThat(frequent.ids()).containsExactly(3);
        assertThat(frequent.unevenness()).isInfinite();
    }

    @Test
    void needAWordOfTheVocabulary() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeutralWords.of(new int[][] {{1, 1, 0}}, new int[1], 2))
                .withMessage("no review has a word of the vocabulary");
    }

    @Test
    void areDrawnByTheirFrequency() {
        NeutralWords words = new NeutralWords(new int[] {7, 3, 9}, new long[] {600, 300, 100}, 1);

        int[] drawn = words.draw(new SplittableRandom(5), 100_000);

        assertThat(share(drawn, 7)).isCloseTo(0.6, within(0.006));
        assertThat(share(drawn, 3)).isCloseTo(0.3, within(0.006));
        assertThat(share(drawn, 9)).isCloseTo(0.1, within(0.006));
        assertThat(words.draw(new SplittableRandom(5), 100_000)).isEqualTo(drawn);
    }

    @Test
    void areDrawnEquallyOftenWhereTheyAreEquallyRare() {
        NeutralWords words = new NeutralWords(new int[] {7, 3}, new long[] {1, 1}, 1);

        int[] drawn = words.draw(new SplittableRandom(5), 10_000);

        assertThat(share(drawn, 7)).isCloseTo(0.5, within(0.02));
        assertThat(share(drawn, 3)).isCloseTo(0.5, within(0.02));
    }

    private static double share(int[] drawn, int id) {
        return (double) Arrays.stream(drawn).filter(other -> other == id).count() / drawn.length;
    }

    @Test
    void ofACorpusAreThoseOfWhatIsKeptOfItsReviews(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("x.tsv"),
                "label\ttext\npos\ta a b b good end end\nneg\ta a b b bad end end\npos\tnot this one\nneg\ta b z z z z z end\n");
        CorpusPart part = Corpus.open(file, ReadingOptions.DEFAULTS).training();
        Chain chain = Chain.parse("whitespace");
        Vocabulary vocabulary =
                Vocabulary.of(chain, CorpusCounts.of(part, chain, 1, read -> {}).tokens(), 1000, 1);
        EncodedCorpus corpus = new EncodingCache(folder.resolve("cache"))
                .encoded(part, vocabulary, 1, read -> {})
                .corpus();
        int[] some = {0, 1, 3};
        ReviewSet reviews = new ReviewSet(corpus, some, corpus.classes(Labels.of(List.copyOf(corpus.labels()))));
        Truncation truncation = new Truncation(Truncation.Keep.HEAD, 5);

        NeutralWords words = NeutralWords.of(reviews, truncation, 2);

        assertThat(words)
                .usingRecursiveComparison()
                .isEqualTo(NeutralWords.of(Batches.sequences(corpus, some, truncation), reviews.ownClasses(), 2));
        assertThat(Arrays.stream(words.ids()).mapToObj(vocabulary::token)).containsExactly("a", "b");
    }
}
