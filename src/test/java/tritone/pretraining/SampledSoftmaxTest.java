package tritone.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.kernel.Arithmetic;
import tritone.kernel.Matrix;
import tritone.kernel.Workers;

class SampledSoftmaxTest {
    private static final int UNITS = 5;
    private static final int WIDTH = 3;
    private static final int VOCABULARY = 23;
    private static final float SCALE = 0.25f;

    /** What stands in a gradient before, since it is added to. */
    private static final float BEFORE = 0.5f;

    private final Random random = new Random(11);

    /** States of two directions side by side, of which the second one guesses; every third row or so wants nothing. */
    private final class Batch {
        private final int rows;
        private final float[] states;
        private final float[] gradient;
        private final int[] targets;
        private final Head head = head();
        private double loss;

        Batch(int rows) {
            this.rows = rows;
            states = numbers(rows * 2 * UNITS, 1);
            gradient = new float[states.length];
            Arrays.fill(gradient, BEFORE);
            targets = IntStream.range(0, rows)
                    .map(row -> random.nextInt(3) == 0 ? NextWords.NONE : random.nextInt(VOCABULARY))
                    .toArray();
        }

        private Matrix second(float[] numbers) {
            return new Matrix(numbers, rows == 0 ? 0 : UNITS, rows, UNITS, 2 * UNITS, 1);
        }

        Batch guess(SampledSoftmax softmax, Candidates candidates) {
            loss = softmax.guess(second(states), targets, candidates, head, second(gradient), SCALE);
            return this;
        }

        double[] state(int row) {
            return ReferenceGuess.doubles(Arrays.copyOfRange(states, row * 2 * UNITS + UNITS, (row + 1) * 2 * UNITS));
        }

        void assertSlopes(Candidates candidates) {
            ReferenceGuess reference = new ReferenceGuess(head, WIDTH, candidates);
            double[][] all = IntStream.range(0, rows).mapToObj(this::state).toArray(double[][]::new);
            assertThat(loss).isCloseTo(reference.loss(all, targets), within(1e-6 * (1 + rows)));
            assertSlopes(head.projection(), reference.projection, reference, all);
            assertSlopes(head.vectors(), reference.vectors, reference, all);
            assertSlopes(head.bias(), reference.bias, reference, all);
            for (int row = 0; row < rows; row++) {
                double[] own = all[row];
                int target = targets[row];
                double[] slopes = ReferenceGuess.slopes(own, () -> reference.loss(own, target));
                for (int unit = 0; unit < UNITS; unit++) {
                    int at = row * 2 * UNITS + unit;
                    assertThat(gradient[at]).as("the other direction's").isEqualTo(BEFORE);
                    assertThat((double) gradient[at + UNITS])
                            .as("state %d of row %d", unit, row)
                            .isCloseTo(BEFORE + SCALE * slopes[unit], within(2e-6));
                }
            }
        }

        private void assertSlopes(Parameter parameter, double[] numbers, ReferenceGuess reference, double[][] all) {
            double[] slopes = ReferenceGuess.slopes(numbers, () -> reference.loss(all, targets));
            for (int i = 0; i < slopes.length; i++) {
                assertThat((double) parameter.gradient()[i])
                        .as("number %d of %d", i, slopes.length)
                        .isCloseTo(SCALE * slopes[i], within(1e-6 * (2 + Math.sqrt(rows))));
            }
        }
    }

    private float[] numbers(int length, double bound) {
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
        return numbers;
    }

    private Head head() {
        return new Head(
                Parameter.whole(numbers(UNITS * WIDTH, 0.8)),
                new Parameter(numbers(VOCABULARY * WIDTH, 0.8), WIDTH),
                new Parameter(numbers(VOCABULARY, 0.8), 1));
    }

    private Candidates candidates(int... ids) {
        float[] logShares = new float[ids.length];
        for (int i = 0; i < ids.length; i++) {
            logShares[i] = (float) Math.log(0.1 + 0.9 * random.nextDouble());
        }
        return new Candidates(ids, logShares);
    }

    private static Candidates everyId() {
        return new Candidates(IntStream.range(0, VOCABULARY).toArray(), new float[VOCABULARY]);
    }

    private static SampledSoftmax softmax(Arithmetic arithmetic, int threads) {
        return new SampledSoftmax(UNITS, WIDTH, VOCABULARY, arithmetic, Workers.of(threads));
    }

    private static SampledSoftmax softmax() {
        return softmax(Arithmetic.fastest(), 2);
    }

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {0, 1, 2, 7, 127, 128, 129, 255, 257, 1023, 1024, 1025, 1161, 2050})
    void agreesWithThePlainLossAndItsSlopes(int rows) {
        Candidates some = candidates(0, 2, 3, 5, 7, 11, 13, 17, 19, 22);

        new Batch(rows).guess(softmax(), some).assertSlopes(some);
    }

    @ParameterizedTest(name = "target {0}")
    @ValueSource(ints = {NextWords.NONE, 0, 4, 9, 22})
    void tellsTheTargetApartWhetherItIsACandidateOrNot(int target) {
        Candidates some = candidates(0, 4, 8, 22);
        Batch batch = new Batch(3);
        Arrays.fill(batch.targets, target);

        batch.guess(softmax(), some).assertSlopes(some);
        assertThat(batch.loss > 0).isEqualTo(target >= 0);
    }

    @Test
    void withoutACandidateThereIsNothingToLose() {
        Batch batch = new Batch(200).guess(softmax(), candidates());

        batch.assertSlopes(candidates());
        assertThat(batch.loss).isZero();
        assertThat(batch.head.projection().gradient()).containsOnly(0);
    }

    @Test
    void theTargetAsTheOnlyCandidateIsNoOtherWord() {
        Candidates own = candidates(6);
        Batch batch = new Batch(4);
        Arrays.fill(batch.targets, 6);

        batch.guess(softmax(), own).assertSlopes(own);
        assertThat(batch.loss).isCloseTo(0, within(1e-6));
    }

    @Test
    void ofAllIdsItIsTheWholeSoftmax() {
        Batch batch = new Batch(1);
        batch.targets[0] = 8;
        batch.guess(softmax(), everyId());

        ReferenceGuess reference = new ReferenceGuess(batch.head, WIDTH, everyId());
        double[] powers = IntStream.range(0, VOCABULARY)
                .mapToDouble(id -> Math.exp(reference.logit(batch.state(0), id)))
                .toArray();
        double sum = Arrays.stream(powers).sum();
        assertThat(batch.loss).isCloseTo(-Math.log(powers[8] / sum), within(1e-6));
        for (int id = 0; id < VOCABULARY; id++) {
            assertThat((double) batch.head.bias().gradient()[id])
                    .isCloseTo(SCALE * (powers[id] / sum - (id == 8 ? 1 : 0)), within(1e-7));
        }
    }

    @Test
    void logitsFarApartNeitherOverflowNorVanish() {
        Candidates some = candidates(1, 2, 3);
        Batch batch = new Batch(6);
        int[] targets = {1, 2, 3, 4, 5, NextWords.NONE};
        System.arraycopy(targets, 0, batch.targets, 0, targets.length);
        float[] bias = batch.head.bias().values();
        System.arraycopy(new float[] {0, 300, -300, 120, 200, -500}, 0, bias, 0, 6);

        batch.guess(softmax(), some);

        double[][] states = IntStream.range(0, 6).mapToObj(batch::state).toArray(double[][]::new);
        double expected = new ReferenceGuess(batch.head, WIDTH, some).loss(states, batch.targets);
        assertThat(expected).isGreaterThan(1_500);
        assertThat(batch.loss).isCloseTo(expected, within(1e-3));
        for (float slope : batch.head.bias().gradient()) {
            assertThat(slope).isFinite();
        }
    }

    /** What is drawn less often counts more, so that the sum of powers comes out right on average. */
    @Test
    void theSumIsRightOnAverageOverManyDraws() {
        long[] counts = random.longs(VOCABULARY, 1, 400).toArray();
        CandidateSampler sampler = new CandidateSampler(counts, 6, 0.5, 3);
        SampledSoftmax softmax = softmax();
        Batch batch = new Batch(1);
        batch.targets[0] = 9;
        double own = Math.exp(new ReferenceGuess(batch.head, WIDTH, everyId()).logit(batch.state(0), 9));
        int draws = 20_000;

        double mean = 0;
        for (int draw = 0; draw < draws; draw++) {
            mean += Math.exp(batch.guess(softmax, sampler.draw(draw)).loss) * own / draws;
        }

        double whole = Math.exp(batch.guess(softmax, everyId()).loss) * own;
        assertThat(mean).isCloseTo(whole, within(0.01 * whole));
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "300, 1", "1500, 2"})
    void whatItHeldBeforeChangesNothing(int rows, int seed) {
        SampledSoftmax used = softmax();
        new Batch(700).guess(used, everyId());
        Candidates some = candidates(1, 4, 20);
        random.setSeed(seed);
        Batch first = new Batch(rows).guess(used, some);
        random.setSeed(seed);
        Batch second = new Batch(rows).guess(softmax(), some);

        assertSameBits(first, second);
        first.assertSlopes(some);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 130, 1025, 1500})
    void neitherThreadsNorTheVectorModuleChangeABit(int rows) {
        Candidates some = candidates(0, 1, 4, 9, 12, 20);
        random.setSeed(rows);
        Batch one = new Batch(rows).guess(softmax(Arithmetic.SCALAR, 1), some);

        for (int threads = 1; threads <= 3; threads++) {
            for (Arithmetic arithmetic : new Arithmetic[] {Arithmetic.SCALAR, Arithmetic.fastest()}) {
                random.setSeed(rows);
                assertSameBits(new Batch(rows).guess(softmax(arithmetic, threads), some), one);
            }
        }
    }

    private static void assertSameBits(Batch first, Batch second) {
        assertThat(first.loss).isEqualTo(second.loss);
        assertThat(first.gradient).isEqualTo(second.gradient);
        assertThat(first.head.projection().gradient())
                .isEqualTo(second.head.projection().gradient());
        assertThat(first.head.vectors().gradient())
                .isEqualTo(second.head.vectors().gradient());
        assertThat(first.head.bias().gradient()).isEqualTo(second.head.bias().gradient());
    }
}
