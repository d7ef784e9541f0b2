package tritone.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellVariant;
import tritone.kernel.Workers;
import tritone.network.CellSpec;
import tritone.network.Decay;
import tritone.network.Direction;
import tritone.network.GradientFlow;
import tritone.network.LevelShape;
import tritone.network.NetworkSpec;
import tritone.network.Normalisation;
import tritone.network.Readout;

/** From weights to the sentence that a reader sees. */
class SmallWeightsTest {
    private static final int UNITS = 6;

    /** All weights small, the recurrent ones a multiple of the identity. */
    private static String sentence(float recurrent) {
        NetworkSpec spec = new NetworkSpec(
                20,
                4,
                new CellSpec(CellVariant.SIMPLE_RNN_TANH, UNITS, Direction.FORWARD, Normalisation.NONE),
                1,
                Readout.LAST,
                2);
        Random random = new Random(3);
        Map<String, float[]> weights = new HashMap<>();
        spec.parameters().forEach(shape -> {
            float[] values = new float[shape.rows() * shape.columns()];
            for (int i = 0; i < values.length; i++) {
                values[i] = 0.001f * (float) random.nextGaussian();
            }
            weights.put(shape.name(), values);
        });
        float[] own = weights.get(NetworkSpec.name(0, LevelShape.RECURRENT));
        Arrays.fill(own, 0);
        IntStream.range(0, UNITS).forEach(i -> own[i * UNITS + i] = recurrent);
        int[][] reviews = new int[12][];
        Arrays.setAll(reviews, review -> random.ints(70, 2, 20).toArray());
        int[] truth = IntStream.range(0, reviews.length).map(i -> i % 2).toArray();
        GradientFlow flow =
                GradientFlow.of(spec, weights, reviews, truth, Integer.MAX_VALUE, Arithmetic.SCALAR, Workers.NONE);
        GradientFindings findings = new GradientFindings(
                IntStream.range(0, 70).boxed().toList(),
                Arrays.stream(flow.reviews()).boxed().toList(),
                Arrays.stream(flow.meanNorms()).boxed().toList(),
                Arrays.stream(flow.meanNorms()).boxed().toList(),
                Decay.of(flow.meanNorms()).factor(),
                Decay.of(flow.meanNorms()).factor());
        return GradientWords.sentence("simple-rnn", findings).orElseThrow();
    }

    @Test
    void aSimpleRnnWithSmallWeightsIsSaidToVanish() {
        assertThat(sentence(0.9f)) // 0.9^50 is half a per cent
                .contains(
                        "The gradient of SimpleRNN vanishes: 50 steps back 0.5 % of it is left before training (it shrinks by"
                                + " 10.")
                .endsWith("a step), and 0.5 % after it.");
    }

    @Test
    void oneWithLargerWeightsIsNot() {
        assertThat(sentence(1)).contains("The gradient of SimpleRNN holds:");
    }
}
