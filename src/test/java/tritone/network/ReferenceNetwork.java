package tritone.network;

import java.util.HashMap;
import java.util.Map;

/** A network in double precision, review after review, that shares no code with the one it is compared with. */
final class ReferenceNetwork {
    private final NetworkSpec spec;
    private final Map<String, double[]> weights = new HashMap<>();

    ReferenceNetwork(NetworkSpec spec, Map<String, float[]> weights) {
        this.spec = spec;
        weights.forEach((name, numbers) -> this.weights.put(name, RandomWeights.doubles(numbers)));
    }

    /** The probability of each class for one review. */
    double[] probabilities(int[] review) {
        return probabilities(review, ReferenceCell.Nudge.NONE);
    }

    /** The same, with a nudge of the states of the highest level's first cell. */
    double[] probabilities(int[] review, ReferenceCell.Nudge nudge) {
        double[][] inputs = new double[review.length][spec.embedding()];
        for (int step = 0; step < review.length; step++) {
            System.arraycopy(weights.get("0.E"), review[step] * spec.embedding(), inputs[step], 0, spec.embedding());
        }
        for (int level = 0; level < spec.levels() - 1; level++) {
            inputs = states(level, inputs, ReferenceCell.Nudge.NONE);
        }
        double[][] states = states(spec.levels() - 1, inputs, nudge);
        return output(level(spec.levels() - 1, nudge).vector(states));
    }

    private double[][] states(int level, double[][] inputs, ReferenceCell.Nudge nudge) {
        ReferenceLevel.Circumstances plain = ReferenceLevel.Circumstances.plain(spec.level(level), 1);
        return level(level, nudge).states(new double[][][] {inputs}, plain)[0];
    }

    private ReferenceLevel level(int index, ReferenceCell.Nudge nudge) {
        Map<String, double[]> own = new HashMap<>();
        String prefix = index + ".";
        weights.forEach((name, numbers) -> {
            if (name.startsWith(prefix)) {
                own.put(name.substring(prefix.length()), numbers);
            }
        });
        return new ReferenceLevel(spec.level(index), own, nudge);
    }

    private double[] output(double[] vector) {
        double[] matrix = weights.get(spec.levels() + ".W");
        double[] bias = weights.get(spec.levels() + ".b");
        double[] sums = bias.clone();
        for (int i = 0; i < vector.length; i++) {
            for (int output = 0; output < sums.length; output++) {
                sums[output] += vector[i] * matrix[i * sums.length + output];
            }
        }
        if (spec.classes() == 2) {
            return new double[] {1 - ReferenceCell.sigmoid(sums[0]), ReferenceCell.sigmoid(sums[0])};
        }
        double total = 0;
        for (double sum : sums) {
            total += Math.exp(sum);
        }
        double[] probabilities = new double[sums.length];
        for (int output = 0; output < sums.length; output++) {
            probabilities[output] = Math.exp(sums[output]) / total;
        }
        return probabilities;
    }
}
