package tritone.explanation;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import tritone.network.LevelShape;
import tritone.network.NetworkSpec;
import tritone.network.ParameterShape;

/** Weights and reviews from a seed. */
final class SeededWeights {
    private final Random random;

    SeededWeights(long seed) {
        random = new Random(seed);
    }

    Map<String, float[]> of(NetworkSpec spec) {
        return of(spec, 1.5);
    }

    /** Those of the output are within this bound of zero: the larger it is, the surer is every answer. */
    Map<String, float[]> of(NetworkSpec spec, double outputBound) {
        String output = NetworkSpec.name(spec.levels(), LevelShape.INPUT);
        Map<String, float[]> weights = new HashMap<>();
        for (ParameterShape shape : spec.parameters()) {
            double bound = shape.rows() == 1 ? 0.5 : 1.2 / Math.sqrt(shape.rows());
            if (shape.name().endsWith(NetworkSpec.EMBEDDING)) {
                bound = 1.5;
            }
            weights.put(shape.name(), numbers(shape, shape.name().equals(output) ? outputBound : bound));
        }
        return weights;
    }

    private float[] numbers(ParameterShape shape, double bound) {
        boolean positive =
                shape.name().endsWith(LevelShape.VARIANCE) || shape.name().endsWith(LevelShape.GAIN);
        float[] numbers = new float[shape.length()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) ((2 * random.nextDouble() - 1) * bound) + (positive ? 1 : 0);
        }
        return numbers;
    }

    int[] review(int vocabulary, int length) {
        return random.ints(length, 0, vocabulary).toArray();
    }
}
