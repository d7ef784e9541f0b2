package tritone.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tritone.kernel.CellVariant;

/** Numbers from a seed that keep a network's states moderate: no gate is shut for good, no state grows without end. */
final class RandomWeights {
    private final Random random;

    RandomWeights(long seed) {
        random = new Random(seed);
    }

    /** Numbers within this bound of zero. */
    float[] numbers(int length, double bound) {
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
        return numbers;
    }

    /** Factors of dropout: a third of them 0, the others 1.5. */
    float[] mask(int length) {
        float[] mask = new float[length];
        for (int i = 0; i < length; i++) {
            mask[i] = random.nextInt(3) == 0 ? 0 : 1.5f;
        }
        return mask;
    }

    Map<String, float[]> of(List<ParameterShape> shapes) {
        Map<String, float[]> weights = new HashMap<>();
        for (ParameterShape shape : shapes) {
            weights.put(shape.name(), of(shape));
        }
        return weights;
    }

    private float[] of(ParameterShape shape) {
        float[] numbers = numbers(shape.length(), shape.rows() == 1 ? 0.7 : 1.2 / Math.sqrt(shape.rows()));
        boolean positive =
                shape.name().endsWith(LevelShape.VARIANCE) || shape.name().endsWith(LevelShape.GAIN);
        for (int i = 0; i < numbers.length && positive; i++) {
            numbers[i] += 1;
        }
        return numbers;
    }

    /** The same, and where the cells are ReLU nets their states are held above 0, at which they have a kink. */
    Map<String, float[]> of(NetworkSpec spec) {
        Map<String, float[]> weights = of(spec.parameters());
        for (int level = 0; level < spec.levels() && spec.cell().variant() == CellVariant.SIMPLE_RNN_RELU; level++) {
            for (int cell = 0; cell < spec.cell().direction().cells(); cell++) {
                float[] bias = weights.get(NetworkSpec.name(level, LevelShape.name(cell, LevelShape.BIAS)));
                float[] recurrent = weights.get(NetworkSpec.name(level, LevelShape.name(cell, LevelShape.RECURRENT)));
                for (int i = 0; i < bias.length; i++) {
                    bias[i] += 3;
                }
                for (int i = 0; i < recurrent.length; i++) {
                    recurrent[i] *= 0.2f;
                }
            }
        }
        return weights;
    }

    /** Reviews of these lengths, their ids below the size of the vocabulary. */
    int[][] reviews(int vocabulary, int... lengths) {
        int[][] reviews = new int[lengths.length][];
        for (int i = 0; i < lengths.length; i++) {
            reviews[i] = random.ints(lengths[i], 0, vocabulary).toArray();
        }
        return reviews;
    }

    static double[] doubles(float[] numbers) {
        double[] doubles = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            doubles[i] = numbers[i];
        }
        return doubles;
    }
}
