package tritone.evaluation;

/**
 * The number by which a classifier's scores are divided so that it is as sure as it is right (Guo et al., 2017, equation 9).
 * Divided by one positive number they keep their order, and every answer stays what it was.
 */
public final class Temperature {
    /** Changes nothing. */
    public static final double NONE = 1;

    public static final double LOWEST = 0.01;
    public static final double HIGHEST = 100;

    /** Of scores. Larger ones, which may be infinite, are surer than can be told from any number of reviews. */
    private static final double MOST_APART = 1e12;

    private static final int MOST_STEPS = 200;

    /** Of one over the temperature, relative to it. */
    private static final double TOLERANCE = 1e-14;

    private final int reviews;
    private final int others;
    private final double[] leads; // [review][others] by how much another class' score is above the true one's

    private Temperature(int[] truth, double[] scores, int classes) {
        reviews = truth.length;
        others = classes - 1;
        leads = new double[scores.length - truth.length];
        for (int i = 0; i < leads.length; i++) {
            int own = truth[i / others];
            int other = i % others < own ? i % others : i % others + 1;
            double lead = scores[i / others * classes + other] - scores[i / others * classes + own];
            if (Double.isNaN(lead)) {
                throw new IllegalArgumentException("scores of review " + i / others + " must differ by a number");
            }
            leads[i] = Math.max(-MOST_APART, Math.min(MOST_APART, lead));
        }
    }

    /**
     * Refuses what no fit gives.
     *
     * @throws IllegalArgumentException if it is not in [{@value #LOWEST}, {@value #HIGHEST}]
     */
    public static double checked(double temperature) {
        if (!(temperature >= LOWEST && temperature <= HIGHEST)) { // also rejects NaN
            throw new IllegalArgumentException(
                    "temperature must be in [" + LOWEST + ", " + HIGHEST + "] but was " + temperature);
        }
        return temperature;
    }

    /**
     * The temperature with the lowest log loss. {@link #NONE} without reviews, and where no class has a higher score than
     * the true one's: then the loss falls without end, and the reviews cannot say how sure is too sure. A minimum beyond
     * the bounds is the nearer of them.
     *
     * @param truth the class of each review
     * @param scores {@code [review][classes]}, logarithms of probabilities but for a number that a review's have in common
     */
    public static double fit(int[] truth, double[] scores, int classes) {
        if (classes < 2 || scores.length != (long) truth.length * classes) {
            throw new IllegalArgumentException(
                    "scores must be " + truth.length + " reviews * " + classes + " classes but were " + scores.length);
        }
        Temperature loss = new Temperature(truth, scores, classes);
        return loss.isBounded() ? loss.minimum() : NONE;
    }

    private boolean isBounded() {
        for (double lead : leads) {
            if (lead > 0) {
                return true;
            }
        }
        return false;
    }

    /** The slope of the loss, and how fast it grows, at one over a temperature. */
    private record Slope(double value, double growth) {}

    /** Mean and variance of the leads by their probabilities, the true class' own of 0 among them. */
    private Slope slope(double inverse) {
        double sum = 0;
        double growth = 0;
        for (int review = 0; review < reviews; review++) {
            int from = review * others;
            double highest = 0;
            for (int i = from; i < from + others; i++) {
                highest = Math.max(highest, inverse * leads[i]);
            }
            double total = StrictMath.exp(-highest);
            double mean = 0;
            double square = 0;
            for (int i = from; i < from + others; i++) {
                double share = StrictMath.exp(inverse * leads[i] - highest);
                total += share;
                mean += share * leads[i];
                square += share * leads[i] * leads[i];
            }
            mean /= total;
            sum += mean;
            growth += square / total - mean * mean;
        }
        return new Slope(sum, growth);
    }

    /** Newton's method on a slope that only grows, between two bounds that close in; where it leaves them, their middle. */
    private double minimum() {
        double low = 1 / HIGHEST;
        double high = 1 / LOWEST;
        if (slope(low).value >= 0) {
            return HIGHEST;
        }
        if (slope(high).value <= 0) {
            return LOWEST;
        }
        double at = 1;
        for (int step = 0; step < MOST_STEPS && high - low > TOLERANCE * at; step++) {
            Slope slope = slope(at);
            if (slope.value < 0) {
                low = at;
            } else {
                high = at;
            }
            double next = at - slope.value / slope.growth;
            if (Math.abs(next - at) <= TOLERANCE * at) {
                break;
            }
            at = next > low && next < high ? next : Math.sqrt(low * high); // also if it is no number
        }
        return Math.max(LOWEST, Math.min(HIGHEST, 1 / at));
    }
}
