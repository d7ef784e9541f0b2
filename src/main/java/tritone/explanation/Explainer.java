package tritone.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tritone.baseline.LinearModel;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.network.NetworkSpec;

/**
 * Explains what a classifier says of a review. It changes nothing of the classifier; it keeps arrays for the next review,
 * so it serves one thread at a time.
 */
public final class Explainer {
    /** Positions that are left out to see what happens. */
    public static final int MAX_OCCLUSIONS = 10;

    private final Subject subject;

    private Explainer(Subject subject) {
        this.subject = subject;
    }

    /**
     * Explains a network. A token's attribution is its integrated gradient from vectors of zeros to those of the review.
     *
     * @param weights by the names of {@link NetworkSpec#parameters()}; they must not change while this is in use
     */
    public static Explainer of(NetworkSpec spec, Map<String, float[]> weights, Arithmetic arithmetic, Workers workers) {
        return of(spec, weights, 1, arithmetic, workers);
    }

    /** Explains a network whose log odds are those at this temperature. */
    public static Explainer of(
            NetworkSpec spec,
            Map<String, float[]> weights,
            double temperature,
            Arithmetic arithmetic,
            Workers workers) {
        return new Explainer(new NetworkSubject(spec, weights, temperature, arithmetic, workers));
    }

    /**
     * Explains a linear classifier. What a word or a phrase weighs belongs to where it first stands, for it counts once;
     * a phrase's is shared equally among its words.
     */
    public static Explainer of(LinearModel model) {
        return new Explainer(new LinearSubject(model));
    }

    /**
     * Explains why a review has the log odds of this class that it has, whichever class the classifier prefers.
     *
     * @param ids of the review as the classifier sees it; none give an explanation without attributions
     * @throws ArithmeticException if states or gradients grow beyond all numbers, as those of a ReLU can
     */
    public Explanation explain(int[] ids, int label) {
        if (label < 0 || label >= subject.classes()) {
            throw new IllegalArgumentException(
                    "a label must be at least 0 and below " + subject.classes() + " but was " + label);
        }
        PathIntegral.Result result = PathIntegral.along(subject.path(ids, label));
        return new Explanation(
                label,
                result.logOdds(),
                result.baseline(),
                result.attributions(),
                occlusions(ids, label, result),
                subject.running(ids));
    }

    private List<Occlusion> occlusions(int[] ids, int label, PathIntegral.Result result) {
        int[] positions = IntStream.range(0, ids.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer position) -> Math.abs(result.attributions()[position]))
                        .reversed())
                .limit(MAX_OCCLUSIONS)
                .mapToInt(Integer::intValue)
                .toArray();
        int[][] without = IntStream.of(positions)
                .mapToObj(position -> without(ids, position))
                .toArray(int[][]::new);
        double[] logOdds = subject.logOdds(without, label);
        List<Occlusion> occlusions = new ArrayList<>();
        for (int i = 0; i < positions.length; i++) {
            occlusions.add(new Occlusion(positions[i], result.logOdds() - logOdds[i]));
        }
        return occlusions;
    }

    private static int[] without(int[] ids, int position) {
        return IntStream.range(0, ids.length)
                .filter(i -> i != position)
                .map(i -> ids[i])
                .toArray();
    }
}
