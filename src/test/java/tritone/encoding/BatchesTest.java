package tritone.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusFiles;
import tritone.corpus.CorpusPart;
import tritone.corpus.ReadingOptions;
import tritone.encoding.Truncation.Keep;
import tritone.text.Chain;
import tritone.vocabulary.CorpusCounts;
import tritone.vocabulary.Vocabulary;

class BatchesTest {
    private static final int REVIEWS = 5_003;
    private static final Truncation TAIL = new Truncation(Keep.TAIL, 40);

    @TempDir
    private Path folder;

    private EncodedCorpus corpus;
    private int[] all;

    /** Reviews of 0 to 59 tokens; token number k of each is the word k, whose id is 2 + k. */
    @BeforeEach
    void encodeCorpus() throws IOException {
        Random random = new Random(5);
        String rows = IntStream.range(0, REVIEWS)
                .mapToObj(i -> "pos\t"
                        + IntStream.range(0, random.nextInt(60))
                                .mapToObj(k -> String.format("w%02d", k))
                                .collect(Collectors.joining(" "))
                        + "\n")
                .collect(Collectors.joining());
        CorpusPart part = Corpus.open(CorpusFiles.write(folder, "x.tsv", rows), ReadingOptions.DEFAULTS)
                .training();
        Chain chain = Chain.parse("whitespace");
        Vocabulary vocabulary =
                Vocabulary.of(chain, CorpusCounts.of(part, chain, 1, read -> {}).tokens(), 1000, 1);
        new CorpusEncoder(vocabulary, 1).encode(part, folder.resolve("x.ids"), read -> {});
        corpus = EncodedCorpus.open(folder.resolve("x.ids"));
        all = IntStream.range(0, REVIEWS).toArray();
    }

    private static List<ReviewBatch> list(Batches batches) {
        return IntStream.range(0, batches.size()).mapToObj(batches::get).toList();
    }

    private static List<Integer> order(Batches batches) {
        List<Integer> order = new ArrayList<>();
        list(batches).forEach(batch -> Arrays.stream(batch.reviews()).forEach(order::add));
        return order;
    }

    @Test
    void holdEachReviewOnce() {
        assertThat(order(Batches.shuffled(corpus, all, TAIL, 64, 1)))
                .containsExactlyInAnyOrderElementsOf(IntStream.of(all).boxed().toList());
    }

    @Test
    void onlyTheSeedDecidesTheOrder() {
        List<Integer> first = order(Batches.shuffled(corpus, all, TAIL, 64, 1));

        assertThat(order(Batches.shuffled(corpus, all, TAIL, 64, 1))).isEqualTo(first);
        assertThat(order(Batches.shuffled(corpus, all, TAIL, 64, 2))).isNotEqualTo(first);
    }

    @Test
    void lengthsInABatchAreSimilar() {
        List<ReviewBatch> batches = list(Batches.shuffled(corpus, all, TAIL, 64, 1));
        long places = batches.stream().mapToLong(batch -> batch.ids().length).sum();
        long filled = batches.stream()
                .mapToLong(batch -> Arrays.stream(batch.lengths()).sum())
                .sum();

        assertThat(1 - (double) filled / places).isLessThan(0.05);
        assertThat(Batches.shuffled(corpus, all, TAIL, 64, 1).padding())
                .isCloseTo(1 - (double) filled / places, within(1e-12));
    }

    @Test
    void lengthsComeInNoOrder() {
        List<Integer> steps = list(Batches.shuffled(corpus, all, TAIL, 64, 1)).stream()
                .map(ReviewBatch::steps)
                .toList();

        assertThat(steps).isNotEqualTo(steps.stream().sorted().toList());
    }

    @Test
    void padAfterTheEndOfAReview() {
        for (ReviewBatch batch : list(Batches.shuffled(corpus, all, TAIL, 64, 1))) {
            assertThat(batch.ids()).hasSize(batch.size() * batch.steps());
            for (int row = 0; row < batch.size(); row++) {
                for (int step = 0; step < batch.steps(); step++) {
                    boolean padding = batch.ids()[row * batch.steps() + step] == Vocabulary.PADDING;
                    assertThat(padding).isEqualTo(step >= batch.lengths()[row]);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TAIL, 4, 6 7 8 9",
        "HEAD, 4, 0 1 2 3",
        "ENDS, 4, 0 1 8 9",
        "ENDS, 5, 0 1 7 8 9",
        "ENDS, 1, 9",
        "TAIL, 10, 0 1 2 3 4 5 6 7 8 9",
        "ENDS, 11, 0 1 2 3 4 5 6 7 8 9"
    })
    void truncationKeepsWhatItIsToldTo(Keep keep, int maxTokens, String kept) {
        int review = IntStream.of(all)
                .filter(i -> corpus.length(i) == 10)
                .findFirst()
                .orElseThrow();
        int[] byRank = new int[10];
        corpus.copyIds(review, 0, byRank, 0, 10);

        ReviewBatch batch = Batches.shuffled(corpus, new int[] {review}, new Truncation(keep, maxTokens), 64, 1)
                .get(0);

        assertThat(batch.ids())
                .containsExactly(Arrays.stream(kept.split(" "))
                        .mapToInt(place -> byRank[Integer.parseInt(place)])
                        .toArray());
    }

    @Test
    void aReviewWithoutTokensIsAValidRow() {
        int empty =
                IntStream.of(all).filter(i -> corpus.length(i) == 0).findFirst().orElseThrow();

        ReviewBatch batch =
                Batches.shuffled(corpus, new int[] {empty}, TAIL, 64, 1).get(0);

        assertThat(batch.lengths()).containsExactly(0);
        assertThat(batch.steps()).isZero();
        assertThat(batch.ids()).isEmpty();
    }

    @Test
    void aBatchMayBeLargerThanTheCorpus() {
        Batches batches = Batches.shuffled(corpus, all, TAIL, 999_999_999, 1);

        assertThat(batches.size()).isEqualTo(1);
        assertThat(batches.get(0).size()).isEqualTo(REVIEWS);
    }

    @Test
    void refuseSizesBelowOne() {
        assertThatThrownBy(() -> Batches.shuffled(corpus, all, TAIL, 0, 1))
                .hasMessage("batch must be at least 1 but was 0");
        assertThatThrownBy(() -> new Truncation(Keep.TAIL, 0)).hasMessage("maxTokens must be at least 1 but was 0");
    }

    @Test
    void summaryCountsWhatANetworkWouldSee() {
        EncodingSummary summary = EncodingSummary.of(corpus, TAIL, 64, 1);

        assertThat(summary.reviews()).isEqualTo(REVIEWS);
        assertThat(summary.tokens()).isEqualTo(corpus.tokens());
        assertThat(summary.unknown()).isZero();
        assertThat(summary.cut())
                .isEqualTo(IntStream.of(all).filter(i -> corpus.length(i) > 40).count());
        assertThat(summary.batches())
                .isEqualTo(list(Batches.shuffled(corpus, all, TAIL, 64, 1)).size());
        assertThat(summary.padding()).isBetween(0.0, 0.05);
    }
}
