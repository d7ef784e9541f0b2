package tritone.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tritone.kernel.Arithmetic;
import tritone.kernel.SequenceLayout;
import tritone.kernel.Workers;

/**
 * A network with its weights. Neither padding nor the other reviews of a batch change a bit of a review's probabilities. It
 * keeps arrays for the next batch, so it serves one thread at a time, whatever number of threads it uses itself.
 */
public final class Network {
    private final NetworkSpec spec;
    private final Map<String, float[]> weights;
    private final List<Level> levels = new ArrayList<>();
    private final List<Map<String, float[]>> levelWeights = new ArrayList<>();

    /** The weights by the names of {@link NetworkSpec#parameters()}; they must not change while the network is in use. */
    public Network(NetworkSpec spec, Map<String, float[]> weights, Arithmetic arithmetic, Workers workers) {
        this.spec = spec;
        this.weights = weights;
        spec.parameters().forEach(shape -> shape.check(weights.get(shape.name())));
        for (int i = 0; i < spec.levels(); i++) {
            levels.add(new Level(spec.level(i), arithmetic, workers));
            Map<String, float[]> own = new HashMap<>();
            for (ParameterShape shape : spec.level(i).parameters()) {
                own.put(shape.name(), weights.get(NetworkSpec.name(i, shape.name())));
            }
            levelWeights.add(own);
        }
    }

    public NetworkSpec spec() {
        return spec;
    }

    /**
     * The probability of each class, {@code [review][classes]}, for reviews as ids of any length.
     *
     * @throws ArithmeticException if states grow beyond all numbers, as those of a ReLU can
     */
    public float[] probabilities(int[][] reviews) {
        Words words = Words.of(reviews, spec.vocabulary());
        SequenceLayout layout = words.layout();
        float[] rows = words.vectors(weights.get(NetworkSpec.name(0, NetworkSpec.EMBEDDING)), spec.embedding());
        LevelInput input = new LevelInput(layout, rows, words.ids().length, words.rowOf());
        float[] features = {};
        for (int i = 0; i < levels.size(); i++) {
            features = levels.get(i)
                    .forward(levelWeights.get(i), input, levels.get(i).passage(layout, false));
            input = LevelInput.ofPlaces(layout, features);
        }
        float[] probabilities = new float[reviews.length * spec.classes()];
        for (int review = 0; review < reviews.length; review++) {
            output(features, layout.rank(review), probabilities, review * spec.classes());
        }
        return probabilities;
    }

    private void output(float[] features, int rank, float[] probabilities, int offset) {
        float[] matrix = weights.get(NetworkSpec.name(spec.levels(), LevelShape.INPUT));
        float[] bias = weights.get(NetworkSpec.name(spec.levels(), LevelShape.BIAS));
        int width = spec.level(spec.levels() - 1).features();
        double[] sums = new double[spec.outputs()];
        for (int output = 0; output < sums.length; output++) {
            sums[output] = bias[output];
            for (int i = 0; i < width; i++) {
                sums[output] += (double) features[rank * width + i] * matrix[i * sums.length + output];
            }
        }
        for (double sum : sums) {
            if (!Double.isFinite(sum)) {
                throw new ArithmeticException("the weights are so large that their sums are no numbers any more");
            }
        }
        if (sums.length == 1) {
            float positive = (float) (1 / (1 + StrictMath.exp(-sums[0])));
            probabilities[offset] = 1 - positive;
            probabilities[offset + 1] = positive;
            return;
        }
        softmax(sums, probabilities, offset);
    }

    private static void softmax(double[] sums, float[] probabilities, int offset) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double sum : sums) {
            highest = Math.max(highest, sum);
        }
        double total = 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = StrictMath.exp(sums[i] - highest);
            total += sums[i];
        }
        for (int i = 0; i < sums.length; i++) {
            probabilities[offset + i] = (float) (sums[i] / total);
        }
    }
}
