package tritone.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellVariant;
import tritone.kernel.EachCell;
import tritone.kernel.Workers;

/** What must not change a bit of a probability. */
class NetworkBitsTest {
    private static final int VOCABULARY = 23;
    private static final int CLASSES = 3;
    private static final Workers TWO = Workers.of(2);
    private static final Workers EIGHT = Workers.of(8);

    /** A batch of several chunks, empty reviews and equal lengths among them. */
    private static final int[] LENGTHS = new int[41];

    static {
        Arrays.setAll(LENGTHS, i -> i * 7 % 19);
    }

    static List<Arguments> kinds() {
        List<Arguments> kinds = new ArrayList<>();
        for (CellVariant variant : EachCell.VARIANTS) {
            for (Direction direction : Direction.values()) {
                for (Readout readout : Readout.values()) {
                    if (readout != Readout.STATES) {
                        Normalisation[] all = Normalisation.values();
                        Normalisation normalisation = all[kinds.size() % all.length];
                        CellSpec cell = new CellSpec(variant, 11, direction, normalisation);
                        int levels = 1 + kinds.size() / all.length % 2;
                        kinds.add(Arguments.of(new NetworkSpec(VOCABULARY, 5, cell, levels, readout, CLASSES)));
                    }
                }
            }
        }
        for (Normalisation normalisation : Normalisation.values()) {
            CellSpec none = new CellSpec(CellVariant.NONE, 5, Direction.FORWARD, normalisation);
            kinds.add(Arguments.of(new NetworkSpec(VOCABULARY, 5, none, 1, Readout.MEAN, CLASSES)));
            kinds.add(Arguments.of(new NetworkSpec(VOCABULARY, 5, none, 2, Readout.ATTENTION, CLASSES)));
        }
        return kinds;
    }

    private static Map<String, float[]> weights(NetworkSpec spec) {
        return new RandomWeights(1).of(spec.parameters());
    }

    private static Network network(NetworkSpec spec, Arithmetic arithmetic, Workers workers) {
        return new Network(spec, weights(spec), arithmetic, workers);
    }

    private static int[][] reviews() {
        return new RandomWeights(2).reviews(VOCABULARY, LENGTHS);
    }

    private static float[] ofReview(float[] probabilities, int review) {
        return Arrays.copyOfRange(probabilities, review * CLASSES, (review + 1) * CLASSES);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aReviewAloneHasTheSameProbabilitiesAsAmongOthers(NetworkSpec spec) {
        Network network = network(spec, Arithmetic.fastest(), Workers.NONE);
        int[][] reviews = reviews();

        float[] together = network.probabilities(reviews);

        for (int review = 0; review < reviews.length; review++) {
            assertThat(network.probabilities(new int[][] {reviews[review]})).isEqualTo(ofReview(together, review));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void neitherTheOrderNorTheNumberOfBatchMatesMatters(NetworkSpec spec) {
        Network network = network(spec, Arithmetic.fastest(), Workers.NONE);
        int[][] reviews = reviews();
        List<Integer> order = new ArrayList<>();
        for (int review = 0; review < reviews.length; review++) {
            order.add(review);
        }
        Collections.shuffle(order, new Random(3));
        float[] together = network.probabilities(reviews);

        for (int size : new int[] {reviews.length, 17, 16, 3}) {
            float[] shuffled = network.probabilities(
                    order.stream().limit(size).map(review -> reviews[review]).toArray(int[][]::new));

            for (int i = 0; i < size; i++) {
                assertThat(ofReview(shuffled, i)).isEqualTo(ofReview(together, order.get(i)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theNumberOfThreadsChangesNoBit(NetworkSpec spec) {
        float[] one = network(spec, Arithmetic.fastest(), Workers.NONE).probabilities(reviews());

        assertThat(network(spec, Arithmetic.fastest(), TWO).probabilities(reviews()))
                .isEqualTo(one);
        assertThat(network(spec, Arithmetic.fastest(), EIGHT).probabilities(reviews()))
                .isEqualTo(one);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void bothArithmeticsGiveTheSameBits(NetworkSpec spec) {
        float[] scalar = network(spec, Arithmetic.SCALAR, Workers.NONE).probabilities(reviews());

        assertThat(network(spec, Arithmetic.fastest(), Workers.NONE).probabilities(reviews()))
                .isEqualTo(scalar);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anotherBatchLeavesNothingBehind(NetworkSpec spec) {
        Network network = network(spec, Arithmetic.fastest(), Workers.NONE);
        int[][] small = new RandomWeights(4).reviews(VOCABULARY, 2, 5, 0, 1);
        float[] fresh = network.probabilities(small);

        float[] large = network.probabilities(reviews());

        assertThat(network.probabilities(small)).isEqualTo(fresh);
        assertThat(network.probabilities(reviews())).isEqualTo(large);
    }

    /** A twin of an id stands for the same vector, so only the number of different words changes. */
    @ParameterizedTest
    @MethodSource("kinds")
    void wordsThatRepeatChangeNoBit(NetworkSpec spec) {
        int embedding = spec.embedding();
        NetworkSpec twice = new NetworkSpec(
                100 * VOCABULARY, embedding, spec.cell(), spec.levels(), spec.readout(), spec.classes());
        Map<String, float[]> weights = weights(twice);
        float[] vectors = weights.get("0.E");
        for (int i = VOCABULARY * embedding; i < vectors.length; i++) {
            vectors[i] = vectors[i - VOCABULARY * embedding];
        }
        Network network = new Network(twice, weights, Arithmetic.fastest(), Workers.NONE);
        int[][] twins = reviews();
        int place = 0;
        for (int[] review : twins) {
            for (int step = 0; step < review.length; step++) {
                review[step] += place++ % 100 * VOCABULARY;
            }
        }

        assertThat(network.probabilities(twins)).isEqualTo(network.probabilities(reviews()));
    }
}
