package tritone.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tritone.model.Machine;
import tritone.model.Software;

/** Sentences about contenders whose accuracy is made up. */
class VerdictsTest {
    private static ReviewFacts reviews(int count) {
        return new ReviewFacts(
                List.of("neg", "pos"),
                IntStream.range(0, count).mapToObj(i -> "r" + i).toList(),
                IntStream.range(0, count).toArray(),
                IntStream.range(0, count).map(i -> i % 2).toArray(),
                IntStream.range(0, count).map(i -> 10 + i).toArray(),
                IntStream.range(0, count).mapToDouble(i -> Double.NaN).toArray());
    }

    /** Wrong on the reviews from {@code from} to {@code to} of a shuffled order that all share. */
    private static Trial trial(ReviewFacts reviews, OptionalLong seed, int from, int to) {
        int[] order = IntStream.range(0, reviews.size()).toArray();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = order.length - 1; i > 0; i--) {
            int k = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[k];
            order[k] = swapped;
        }
        float[] probabilities = new float[2 * reviews.size()];
        for (int i = 0; i < order.length; i++) {
            int review = order[i];
            int said = i >= from && i < to ? 1 - reviews.truth()[review] : reviews.truth()[review];
            probabilities[2 * review + said] = 0.8f;
            probabilities[2 * review + 1 - said] = 0.2f;
        }
        return new Trial(seed, probabilities, new int[reviews.size()]);
    }

    private static Entrant entrant(String cell, List<Trial> trials) {
        List<RunFindings> runs = trials.stream()
                .map(trial -> new RunFindings(
                        trial.seed(),
                        Optional.empty(),
                        0.5,
                        0.5,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalDouble.empty(),
                        1,
                        List.of()))
                .toList();
        return new Entrant(
                new ContenderFindings.Identity(cell, cell, 0, Map.of()),
                new ContenderFindings.Size(1, 1, OptionalLong.empty()),
                trials,
                runs,
                Map.of(),
                ContenderFindings.Why.NOTHING,
                ContenderFindings.Times.NONE);
    }

    private static Entrant drawn(ReviewFacts reviews, String cell, int from, int... to) {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < to.length; i++) {
            trials.add(trial(reviews, OptionalLong.of(i + 1), from, to[i]));
        }
        return entrant(cell, trials);
    }

    static Comparison comparison(ReviewFacts reviews, List<Entrant> entrants, Long... seeds) {
        return Findings.of(
                new Conditions(
                        "made up",
                        "test",
                        "test.tsv",
                        reviews.size(),
                        reviews.labels(),
                        List.of(seeds),
                        1,
                        "nothing",
                        List.of()),
                reviews,
                entrants,
                new Origin(
                        "tritone compare",
                        Software.here(),
                        List.of(),
                        new Origin.Times("2026-01-31", Machine.here(), 1)));
    }

    private static PairFindings only(ReviewFacts reviews, Entrant first, Entrant second, Long... seeds) {
        return comparison(reviews, List.of(first, second), seeds).pairs().get(0);
    }

    @Test
    void callsOneBetterWhereNeitherReviewsNorSeedsExplainIt() {
        ReviewFacts reviews = reviews(1000);

        PairFindings pair = only(
                reviews,
                drawn(reviews, "gru", 0, 100, 102, 104),
                drawn(reviews, "simple-rnn", 0, 200, 203, 203),
                1L,
                2L,
                3L);

        assertThat(pair.verdict()).isEqualTo(PairFindings.Verdict.BETTER);
        assertThat(pair.sentence())
                .startsWith("GRU is better than SimpleRNN here, by 10.0 points (95 % interval 8.")
                .endsWith("neither the choice of reviews (p < 0.001) nor that of seeds (p < 0.001) explains it.");
    }

    @Test
    void saysThatSeedsAreTooFew() {
        ReviewFacts reviews = reviews(1000);

        PairFindings pair = only(
                reviews,
                drawn(reviews, "gru", 0, 100, 150, 100),
                drawn(reviews, "simple-rnn", 0, 150, 240, 300),
                1L,
                2L,
                3L);
        PairFindings alone = only(reviews, drawn(reviews, "gru", 0, 100), drawn(reviews, "lstm", 0, 200), 1L);

        assertThat(pair.verdict()).isEqualTo(PairFindings.Verdict.BETTER_WITH_THESE_SEEDS);
        assertThat(pair.sentence()).contains("; three runs each are too few to say it of any seed (p = 0.1");
        assertThat(alone.sentence()).endsWith("; one seed says nothing of what others would do.");
    }

    @Test
    void saysThatADifferenceIsWithinWhatTheSeedDoes() {
        ReviewFacts reviews = reviews(1000);

        PairFindings pair = only(
                reviews,
                drawn(reviews, "lstm", 0, 100, 110, 108),
                drawn(reviews, "gru", 50, 159, 150, 156),
                1L,
                2L,
                3L);

        assertThat(pair.verdict()).isEqualTo(PairFindings.Verdict.WITHIN_SEEDS);
        assertThat(pair.sentence())
                .isEqualTo("LSTM and GRU cannot be told apart here: 0.1 points is within what the seed alone does.");
    }

    @Test
    void saysThatReviewsAreTooFew() {
        ReviewFacts reviews = reviews(20);

        PairFindings pair =
                only(reviews, drawn(reviews, "lstm", 0, 4, 4, 4), drawn(reviews, "gru", 2, 8, 8, 9), 1L, 2L, 3L);

        assertThat(pair.verdict()).isEqualTo(PairFindings.Verdict.BETTER_ON_THESE_REVIEWS);
        assertThat(pair.sentence())
                .contains(
                        "LSTM does better than GRU with every seed alike",
                        "on other reviews it may be the other way round");
    }

    @Test
    void seedsThatSpeakAgainstEachOtherDoNotAddUp() {
        ReviewFacts reviews = reviews(1000);

        PairFindings pair = only(
                reviews,
                drawn(reviews, "lstm", 0, 100, 300, 100, 300),
                drawn(reviews, "gru", 0, 300, 100, 300, 100),
                1L,
                2L,
                3L,
                4L);

        assertThat(pair.reviews().bySeed()).allMatch(test -> test.p() < 1e-9);
        assertThat(pair.reviews().p()).isEqualTo(1);
        assertThat(pair.verdict()).isEqualTo(PairFindings.Verdict.WITHIN_SEEDS);
    }

    @Test
    void answersThatAreAllRightLeaveRoomForDoubt() {
        ReviewFacts reviews = reviews(6);

        Spread accuracy = comparison(reviews, List.of(drawn(reviews, "gru", 0, 0)), 1L)
                .contenders()
                .get(0)
                .accuracy();

        assertThat(accuracy.high()).isEqualTo(1);
        assertThat(accuracy.low()).isLessThan(0.7);
    }

    @Test
    void leavesOutAPairThatHasNoSeedInCommon() {
        ReviewFacts reviews = reviews(20);
        Entrant first = entrant("gru", List.of(trial(reviews, OptionalLong.of(1), 0, 4)));
        Entrant second = entrant("lstm", List.of(trial(reviews, OptionalLong.of(2), 0, 4)));

        assertThat(comparison(reviews, List.of(first, second), 1L, 2L).pairs()).isEmpty();
    }

    @Test
    void asksOnlyTheReviewsWhereNothingIsDrawn() {
        ReviewFacts reviews = reviews(500);
        Entrant good = entrant("linear", List.of(trial(reviews, OptionalLong.empty(), 0, 50)));
        Entrant bad = entrant("other", List.of(trial(reviews, OptionalLong.empty(), 0, 120)));

        PairFindings pair = only(reviews, bad, good);

        assertThat(pair.verdict()).isEqualTo(PairFindings.Verdict.BETTER);
        assertThat(pair.sentence())
                .startsWith("linear is better than other here, by 14.0 points (95 % interval 1")
                .endsWith(": the choice of reviews (p < 0.001) does not explain it.");
        assertThat(pair.seeds().p()).isEmpty();
    }

    @Test
    void beginsWithTheAnswer() {
        ReviewFacts reviews = reviews(1000);

        List<String> sentences = comparison(
                        reviews,
                        List.of(
                                drawn(reviews, "simple-rnn", 0, 200, 203, 203),
                                drawn(reviews, "gru", 0, 100, 102, 104),
                                drawn(reviews, "lstm", 0, 101, 102, 100),
                                entrant("linear", List.of(trial(reviews, OptionalLong.empty(), 0, 60)))),
                        1L,
                        2L,
                        3L)
                .conclusions();

        assertThat(sentences.get(0))
                .startsWith("linear is the most accurate: it is right on 94.0 % (95 % interval 92.")
                .endsWith("of the reviews.");
        assertThat(sentences.get(1)).isEqualTo("LSTM, GRU and SimpleRNN are behind.");
        assertThat(sentences.get(2))
                .isEqualTo(
                        "No recurrent net beats the yardsticks: linear, which knows little of the order of words (94.0 %),"
                                + " is ahead of LSTM, the best of them (89.9 %).");
        assertThat(sentences).hasSize(3);
    }

    @Test
    void saysWhoIsNoBetterThanGuessing() {
        ReviewFacts reviews = reviews(200);

        List<String> sentences =
                comparison(reviews, List.of(drawn(reviews, "gru", 0, 97)), 1L).conclusions();

        assertThat(sentences)
                .contains("GRU is not shown to be better than always saying the most frequent label (50.0 %).")
                .contains("There is one seed: what is said holds for these models and not for the cells.");
    }
}
