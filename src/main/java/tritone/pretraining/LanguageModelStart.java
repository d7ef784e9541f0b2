package tritone.pretraining;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import tritone.layers.NetworkTrainer;
import tritone.network.LanguageModelShape;
import tritone.network.NetworkSpec;
import tritone.network.ParameterShape;
import tritone.network.Readout;

/** What a language model is before it has learnt anything. */
final class LanguageModelStart {
    /** Vectors are drawn from between this and its negative. */
    private static final float VECTOR_BOUND = 0.1f;

    private LanguageModelStart() {}

    /** Cells begin as a classifier's of the same plan would, biases as the logarithms of the words' shares. */
    static Map<String, float[]> weights(LanguageModelPlan plan, LanguageModelShape shape, long[] counts) {
        long seed = plan.network().loop().seed();
        NetworkSpec spec = new NetworkSpec(1, shape.embedding(), shape.cell(), 1, Readout.LAST, 2);
        Map<String, float[]> cell =
                NetworkTrainer.of(spec, plan.network().learning(), 1, seed).weights();
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, float[]> weights = new HashMap<>();
        for (ParameterShape parameter : shape.parameters()) {
            String name = parameter.name();
            if (name.equals(LanguageModelShape.VECTORS)) {
                weights.put(name, drawn(parameter, VECTOR_BOUND, random));
            } else if (name.equals(LanguageModelShape.BIAS)) {
                weights.put(name, logShares(counts));
            } else if (cell.containsKey(name)) {
                weights.put(name, cell.get(name));
            } else {
                weights.put(name, drawn(parameter, (float) Math.sqrt(3.0 / parameter.rows()), random));
            }
        }
        return weights;
    }

    private static float[] drawn(ParameterShape shape, float bound, SplittableRandom random) {
        float[] values = new float[shape.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (2 * random.nextDouble() - 1) * bound;
        }
        return values;
    }

    private static float[] logShares(long[] counts) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        float[] shares = new float[counts.length];
        for (int id = 0; id < counts.length; id++) {
            shares[id] = (float) StrictMath.log(Math.max(1, counts[id]) / (double) Math.max(1, total));
        }
        return shares;
    }
}
