package tritone.explanation;

/**
 * Quadrature between 0 and 1 that is exact for polynomials of degree {@code 2 n - 1}.
 *
 * @param nodes ascending
 * @param weights of the nodes, 1 in sum
 */
record GaussLegendre(double[] nodes, double[] weights) {
    /** Newton's method takes some five steps; this many only end what would go back and forth by a bit. */
    private static final int STEPS = 50;

    /** The rule with so many nodes: the zeros of the Legendre polynomial of that degree. */
    static GaussLegendre of(int count) {
        double[] nodes = new double[count];
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            double x = -StrictMath.cos(Math.PI * (i + 0.75) / (count + 0.5)); // Tricomi's approximation
            double move = 1;
            for (int step = 0; step < STEPS && Math.abs(move) > 1e-16; step++) {
                move = value(count, x) / slope(count, x);
                x -= move;
            }
            double slope = slope(count, x);
            nodes[i] = (1 + x) / 2;
            weights[i] = 1 / ((1 - x * x) * slope * slope);
        }
        return new GaussLegendre(nodes, weights);
    }

    /** P by the recurrence n P(n) = (2 n - 1) x P(n - 1) - (n - 1) P(n - 2). */
    private static double value(int degree, double x) {
        double before = 0;
        double value = 1;
        for (int n = 1; n <= degree; n++) {
            double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
            before = value;
            value = next;
        }
        return value;
    }

    private static double slope(int degree, double x) {
        return degree * (x * value(degree, x) - value(degree - 1, x)) / (x * x - 1);
    }
}
