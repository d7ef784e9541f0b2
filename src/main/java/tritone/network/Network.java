package tritone.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tritone.kernel.Arithmetic;
import tritone.kernel.Rehearsal;
import tritone.kernel.SequenceLayout;
import tritone.kernel.Workers;

/**
 * A network with its weights. Neither padding nor the other reviews of a batch change a bit of a review's probabilities.
 * Safe for any number of threads.
 */
public final class Network {
    private final NetworkSpec spec;
    private final Map<String, float[]> weights;
    private final Arithmetic arithmetic;
    private final WordSums wordSums;
    private final List<ForwardLevel> levels;
    private final DenseOutput output;
    private final double temperature;

    /** The weights by the names of {@link NetworkSpec#parameters()}; they must not change while the network is in use. */
    public Network(NetworkSpec spec, Map<String, float[]> weights, Arithmetic arithmetic, Workers workers) {
        this.spec = spec;
        this.weights = weights;
        this.arithmetic = arithmetic;
        spec.parameters().forEach(shape -> shape.check(weights.get(shape.name())));
        levels = new ArrayList<>();
        for (int i = 0; i < spec.levels(); i++) {
            levels.add(new ForwardLevel(spec.level(i), weights(spec, i, weights), arithmetic, workers));
        }
        wordSums = new WordSums(
                spec.level(0),
                weights(spec, 0, weights),
                weights.get(NetworkSpec.name(0, NetworkSpec.EMBEDDING)),
                levels.get(0).inputWeights());
        temperature = 1;
        output = new DenseOutput(spec, weights, temperature);
    }

    private Network(Network other, double temperature) {
        spec = other.spec;
        weights = other.weights;
        arithmetic = other.arithmetic;
        wordSums = other.wordSums;
        levels = other.levels;
        this.temperature = temperature;
        output = new DenseOutput(spec, weights, temperature);
    }

    /** The same network with the sums of its output layer divided by this; one is made with 1. */
    public Network at(double temperature) {
        return new Network(this, temperature);
    }

    private static Map<String, float[]> weights(NetworkSpec spec, int level, Map<String, float[]> all) {
        Map<String, float[]> own = new HashMap<>();
        for (ParameterShape shape : spec.level(level).parameters()) {
            own.put(shape.name(), all.get(NetworkSpec.name(level, shape.name())));
        }
        return own;
    }

    /** Gets the virtual machine ready for large batches; see {@link Rehearsal}. */
    public void rehearse() {
        Rehearsal.of(spec.cell().variant(), arithmetic);
    }

    public NetworkSpec spec() {
        return spec;
    }

    public double temperature() {
        return temperature;
    }

    /** By the names of {@link NetworkSpec#parameters()}; nobody may write to them. */
    public Map<String, float[]> weights() {
        return weights;
    }

    /**
     * The probability of each class, {@code [review][classes]}, for reviews as ids of any length.
     *
     * @throws ArithmeticException if states grow beyond all numbers, as those of a ReLU can
     */
    public float[] probabilities(int[][] reviews) {
        float[] probabilities = new float[reviews.length * spec.classes()];
        double[][] sums = sums(reviews);
        for (int review = 0; review < reviews.length; review++) {
            DenseOutput.probabilities(sums[review], probabilities, review * spec.classes());
        }
        return probabilities;
    }

    /**
     * What the probabilities are made of: their logarithms but for a number that those of a review have in common, {@code
     * [review][classes]}.
     *
     * @throws ArithmeticException if states grow beyond all numbers, as those of a ReLU can
     */
    public double[] scores(int[][] reviews) {
        double[] scores = new double[reviews.length * spec.classes()];
        double[][] sums = sums(reviews);
        for (int review = 0; review < reviews.length; review++) {
            // Of two classes the first has no sum: its score is 0.
            int last = (review + 1) * spec.classes();
            System.arraycopy(sums[review], 0, scores, last - spec.outputs(), spec.outputs());
        }
        return scores;
    }

    private double[][] sums(int[][] reviews) {
        Words words = Words.of(reviews, spec.vocabulary());
        SequenceLayout layout = words.layout();
        float[] features = levels.get(0).ofWords(words, wordSums);
        for (ForwardLevel level : levels.subList(1, levels.size())) {
            features = level.ofStates(layout, features);
        }
        double[][] sums = new double[reviews.length][];
        for (int review = 0; review < reviews.length; review++) {
            sums[review] = output.sums(features, layout.rank(review));
        }
        return sums;
    }
}
