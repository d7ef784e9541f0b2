package tritone.evaluation;

import java.util.Arrays;

/**
 * Which points of a curve stay where it has more than a page wants. Marks are set in equal ways along the curve, as one goes
 * that never goes aslant, and the first point at or behind each stays: so each that is left out is less than the way between
 * two marks behind one that stays, and where a curve jumps to and fro more points stay than where it is smooth.
 */
record Thinning(int[] points) {
    static Thinning of(double[] x, double[] y, int most) {
        if (most < 2) {
            throw new IllegalArgumentException("most must be at least 2 but was " + most);
        }
        int last = x.length - 1;
        double[] way = way(x, y);
        int[] points = new int[x.length];
        int size = 0;
        for (int i = 0; i <= last; i++) {
            boolean end = i == 0 || i == last;
            if (x.length <= most || end || marks(way, i, most) > marks(way, i - 1, most)) {
                points[size++] = i;
            }
        }
        return new Thinning(Arrays.copyOf(points, size));
    }

    /** From the first point to each. */
    private static double[] way(double[] x, double[] y) {
        double[] way = new double[x.length];
        for (int i = 1; i < x.length; i++) {
            way[i] = way[i - 1] + Math.abs(x[i] - x[i - 1]) + Math.abs(y[i] - y[i - 1]);
        }
        return way;
    }

    /** How many have been passed at a point; the ends, which stay anyway, are none. */
    private static int marks(double[] way, int point, int most) {
        return Math.min(most - 2, (int) (way[point] / way[way.length - 1] * (most - 1)));
    }

    double[] kept(double[] coordinates) {
        return Arrays.stream(points).mapToDouble(point -> coordinates[point]).toArray();
    }
}
