package tritone.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Integrated gradients (Sundararajan et al., 2017, equation 1): what each position pulls, summed up along the way. The sum
 * over all positions is the change of the log odds, so a stretch of the way that misses its own change shows that it needs
 * more points: the worst ones are halved until all together miss little, or there are too many points.
 */
final class PathIntegral {
    /** Few: smooth ways need no more, and others have bends (a ReLU, a maximum), for which only shorter stretches help. */
    static final int NODES = 5;

    static final int MAX_POINTS = 1024;

    /** What may be missed in sum, of a change of 1 or less; of a larger one, this share. */
    static final double TOLERANCE = 5e-4;

    /** Sums that are right only because what is missed here is found there: so much more may be missed by amount. */
    private static final double CANCELLED = 4;

    private static final GaussLegendre RULE = GaussLegendre.of(NODES);

    /** Points that halve a stretch: those of its halves, and its middle. */
    private static final int PER_HALVING = 2 * NODES + 1;

    private final Path path;
    private final List<Stretch> stretches = new ArrayList<>();
    private int points;

    /**
     * The way between two points.
     *
     * @param missed by how much the attributions differ from the change of the log odds
     */
    private record Stretch(double from, double to, Path.Point first, Path.Point last, double[] sums, double missed) {
        double middle() {
            return (from + to) / 2;
        }

        double amount() {
            return Math.abs(missed);
        }
    }

    /**
     * Where the way leads.
     *
     * @param attributions by position
     * @param points that were looked at
     */
    record Result(double baseline, double logOdds, double[] attributions, int points) {}

    private PathIntegral(Path path) {
        this.path = path;
    }

    /**
     * Goes the way.
     *
     * @throws ArithmeticException if the log odds or their gradient are no numbers
     */
    static Result along(Path path) {
        return new PathIntegral(path).run();
    }

    private Result run() {
        List<Path.Point> found = at(List.of(nodes(0, 1), new double[] {0, 1}));
        Path.Point baseline = found.get(NODES);
        Path.Point review = found.get(NODES + 1);
        stretches.add(stretch(0, 1, baseline, review, found.subList(0, NODES)));
        double most = TOLERANCE * Math.max(1, Math.abs(review.logOdds() - baseline.logOdds()));
        while (missesMoreThan(most) && points + PER_HALVING <= MAX_POINTS) {
            halve(worst((MAX_POINTS - points) / PER_HALVING));
        }
        stretches.sort(Comparator.comparingDouble(Stretch::from));
        double[] attributions = new double[path.positions()];
        stretches.forEach(stretch -> addTo(attributions, 1, stretch.sums));
        return new Result(baseline.logOdds(), review.logOdds(), attributions, points);
    }

    private boolean missesMoreThan(double most) {
        double missed = stretches.stream().mapToDouble(Stretch::missed).sum();
        double amount = stretches.stream().mapToDouble(Stretch::amount).sum();
        return Math.abs(missed) > most || amount > CANCELLED * most;
    }

    /** Those that miss more than half of what the worst one does: points are better spent on them than on all. */
    private List<Stretch> worst(int limit) {
        double highest = stretches.stream().mapToDouble(Stretch::amount).max().orElseThrow();
        return stretches.stream()
                .filter(stretch -> stretch.amount() > highest / 2)
                .sorted(Comparator.comparingDouble(Stretch::amount).reversed())
                .limit(limit)
                .toList();
    }

    /** All at once, so that many points share a batch. */
    private void halve(List<Stretch> chosen) {
        List<double[]> shares = new ArrayList<>();
        for (Stretch stretch : chosen) {
            shares.add(nodes(stretch.from, stretch.middle()));
            shares.add(nodes(stretch.middle(), stretch.to));
            shares.add(new double[] {stretch.middle()});
        }
        List<Path.Point> found = at(shares);
        stretches.removeAll(chosen);
        for (int i = 0; i < chosen.size(); i++) {
            addHalves(chosen.get(i), found.subList(i * PER_HALVING, (i + 1) * PER_HALVING));
        }
    }

    private void addHalves(Stretch stretch, List<Path.Point> found) {
        Path.Point middle = found.get(2 * NODES);
        stretches.add(stretch(stretch.from, stretch.middle(), stretch.first, middle, found.subList(0, NODES)));
        stretches.add(stretch(stretch.middle(), stretch.to, middle, stretch.last, found.subList(NODES, 2 * NODES)));
    }

    private List<Path.Point> at(List<double[]> shares) {
        double[] all = shares.stream().flatMapToDouble(DoubleStream::of).toArray();
        points += all.length;
        return path.at(all);
    }

    private static double[] nodes(double from, double to) {
        return DoubleStream.of(RULE.nodes())
                .map(node -> from + (to - from) * node)
                .toArray();
    }

    private static Stretch stretch(double from, double to, Path.Point first, Path.Point last, List<Path.Point> nodes) {
        double[] sums = new double[first.pulls().length];
        for (int i = 0; i < NODES; i++) {
            addTo(sums, (to - from) * RULE.weights()[i], nodes.get(i).pulls());
        }
        double missed = DoubleStream.of(sums).sum() - (last.logOdds() - first.logOdds());
        if (!Double.isFinite(missed)) {
            throw new ArithmeticException("the weights are so large that their gradients are no numbers any more");
        }
        return new Stretch(from, to, first, last, sums, missed);
    }

    private static void addTo(double[] sums, double factor, double[] numbers) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * numbers[i];
        }
    }
}
