package tritone.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateSamplerTest {
    private static final int DRAWS = 4_000;

    /** As words are: a few very often, most seldom, every tenth never. */
    private static long[] counts() {
        return IntStream.range(0, 500)
                .mapToLong(id -> id % 10 == 0 ? 0 : 2_000_000L / ((id + 1L) * (id + 1L)) + 1)
                .toArray();
    }

    private static double[] frequencies(CandidateSampler sampler) {
        double[] frequencies = new double[500];
        for (int step = 0; step < DRAWS; step++) {
            for (int id : sampler.draw(step).ids()) {
                frequencies[id] += 1.0 / DRAWS;
            }
        }
        return frequencies;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 100, 300, 449})
    void drawsAsManyAsWasAskedForOnAverage(int size) {
        double mean = Arrays.stream(frequencies(new CandidateSampler(counts(), size, 0.5, 1)))
                .sum();

        assertThat(mean).isCloseTo(size, within(0.03 * size + 0.05));
    }

    @Test
    void drawsEachAsOftenAsItsShareSays() {
        CandidateSampler sampler = new CandidateSampler(counts(), 100, 0.5, 1);
        double[] shares = new double[500];
        for (int step = 0; step < 200; step++) {
            Candidates drawn = sampler.draw(step);
            for (int i = 0; i < drawn.size(); i++) {
                shares[drawn.ids()[i]] = Math.exp(drawn.logShares()[i]);
            }
        }

        double[] frequencies = frequencies(sampler);
        for (int id = 0; id < 500; id++) {
            assertThat(shares[id]).isLessThanOrEqualTo(1);
            assertThat(frequencies[id]).isCloseTo(shares[id], within(0.035));
        }
        long[] counts = counts();
        assertThat(shares[499]).isPositive();
        assertThat(shares[199] / shares[499]).isCloseTo(Math.sqrt((double) counts[199] / counts[499]), within(1e-5));
    }

    @Test
    void theMostFrequentAreAlwaysThereAndWhatNeverOccursIsNot() {
        CandidateSampler sampler = new CandidateSampler(counts(), 60, 0.5, 9);

        for (int step = 0; step < 300; step++) {
            Candidates drawn = sampler.draw(step);
            assertThat(drawn.ids()).contains(1, 2, 3, 4, 5).isSorted().doesNotHaveDuplicates();
            assertThat(drawn.logShares()).hasSize(drawn.size());
            assertThat(drawn.logShares()[0]).isZero();
            assertThat(Arrays.stream(drawn.ids())).allMatch(id -> id % 10 != 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {450, 451, Integer.MAX_VALUE})
    void drawsAllThatOccurIfTheyAreFewEnough(int size) {
        CandidateSampler sampler = new CandidateSampler(counts(), size, 0.5, 9);

        for (int step = 0; step < 50; step++) {
            Candidates drawn = sampler.draw(step);
            assertThat(drawn.size()).isEqualTo(450);
            for (float logShare : drawn.logShares()) {
                assertThat(logShare).isCloseTo(0, within(1e-6f));
            }
        }
    }

    @Test
    void drawsNothingWhereNothingOccurs() {
        assertThat(new CandidateSampler(new long[5], 3, 0.5, 1).draw(0).size()).isZero();
        assertThat(new CandidateSampler(new long[0], 3, 0.5, 1).draw(0).size()).isZero();
    }

    @Test
    void onlySeedAndStepDecide() {
        CandidateSampler sampler = new CandidateSampler(counts(), 60, 0.5, 4);
        int[] third = sampler.draw(3).ids();
        sampler.draw(8);

        assertThat(sampler.draw(3).ids()).isEqualTo(third);
        assertThat(new CandidateSampler(counts(), 60, 0.5, 4).draw(3).ids()).isEqualTo(third);
        assertThat(sampler.draw(4).ids()).isNotEqualTo(third);
        assertThat(new CandidateSampler(counts(), 60, 0.5, 5).draw(3).ids()).isNotEqualTo(third);
    }

    /** What is drawn in one step must not follow from the step before. */
    @Test
    void stepsDrawIndependently() {
        CandidateSampler sampler = new CandidateSampler(counts(), 100, 0.5, 2);
        double both = 0;
        double alone = 0;
        boolean before = false;
        for (int step = 0; step < DRAWS; step++) {
            boolean drawn = Arrays.binarySearch(sampler.draw(step).ids(), 301) >= 0;
            both += drawn && before ? 1.0 / DRAWS : 0;
            alone += drawn ? 1.0 / DRAWS : 0;
            before = drawn;
        }

        assertThat(both).isCloseTo(alone * alone, within(0.02));
    }
}
