package tritone.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.network.DifferentiableNetwork;
import tritone.network.NetworkSpec;
import tritone.network.PrefixReader;

/** A network. The baseline of a review has as many positions, each with a vector of zeros. */
final class NetworkSubject implements Subject {
    /** No more places at a time, if no single review has more. */
    private static final int PLACES = 20_000;

    private final NetworkSpec spec;
    private final DifferentiableNetwork network;
    private final PrefixReader prefixes;

    NetworkSubject(
            NetworkSpec spec,
            Map<String, float[]> weights,
            double temperature,
            Arithmetic arithmetic,
            Workers workers) {
        this.spec = spec;
        network = new DifferentiableNetwork(spec, weights, temperature, arithmetic, workers);
        prefixes = new PrefixReader(spec, weights, temperature, arithmetic, workers);
    }

    @Override
    public int classes() {
        return spec.classes();
    }

    /** Of one sum, which is class 1's, the other class' score is 0. */
    private static double[] scores(double[] sums) {
        return sums.length == 1 ? new double[] {0, sums[0]} : sums;
    }

    private static double[] sumGradient(double[] sums, int label) {
        double[] gradient = LogOdds.gradient(scores(sums), label);
        return sums.length == 1 ? new double[] {gradient[1]} : gradient;
    }

    /** How many reviews of this length are looked at together. */
    private static int batch(int length) {
        return Math.max(1, PLACES / Math.max(1, length));
    }

    @Override
    public double[] logOdds(int[][] reviews, int label) {
        int longest = Arrays.stream(reviews).mapToInt(ids -> ids.length).max().orElse(0);
        double[] logOdds = new double[reviews.length];
        for (int first = 0; first < reviews.length; first += batch(longest)) {
            int end = Math.min(reviews.length, first + batch(longest));
            float[][] vectors =
                    Arrays.stream(reviews, first, end).map(network::vectors).toArray(float[][]::new);
            double[][] sums = network.sums(vectors);
            for (int i = 0; i < sums.length; i++) {
                logOdds[first + i] = LogOdds.of(scores(sums[i]), label);
            }
        }
        return logOdds;
    }

    @Override
    public float[] running(int[] ids) {
        return prefixes.probabilities(ids);
    }

    @Override
    public Path path(int[] ids, int label) {
        float[] vectors = network.vectors(ids);
        return new Path() {
            @Override
            public int positions() {
                return ids.length;
            }

            @Override
            public List<Point> at(double[] shares) {
                List<Point> points = new ArrayList<>();
                int batch = batch(ids.length);
                for (int first = 0; first < shares.length; first += batch) {
                    int end = Math.min(shares.length, first + batch);
                    points.addAll(points(vectors, Arrays.copyOfRange(shares, first, end), label));
                }
                return points;
            }
        };
    }

    private List<Path.Point> points(float[] vectors, double[] shares, int label) {
        float[][] scaled = new float[shares.length][vectors.length];
        for (int point = 0; point < shares.length; point++) {
            for (int i = 0; i < vectors.length; i++) {
                scaled[point][i] = (float) (shares[point] * vectors[i]);
            }
        }
        double[][] sums = network.sums(scaled);
        float[][] gradients = network.back(
                Arrays.stream(sums).map(own -> sumGradient(own, label)).toArray(double[][]::new));
        List<Path.Point> points = new ArrayList<>();
        for (int point = 0; point < shares.length; point++) {
            points.add(new Path.Point(LogOdds.of(scores(sums[point]), label), pulls(vectors, gradients[point])));
        }
        return points;
    }

    private double[] pulls(float[] vectors, float[] gradient) {
        double[] pulls = new double[vectors.length / spec.embedding()];
        for (int i = 0; i < vectors.length; i++) {
            pulls[i / spec.embedding()] += (double) vectors[i] * gradient[i];
        }
        return pulls;
    }
}
