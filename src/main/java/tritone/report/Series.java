package tritone.report;

import java.util.List;

/**
 * One line, one group of points or one group of bars of a chart.
 *
 * @param style of its contender, the same in every chart
 * @param x where its points stand on each of the chart's axes, {@code [axis][point]}; a category's place is its index
 * @param y how high they are; NaN where there is none
 * @param low lower ends of a band or of whiskers, {@code [point]}; empty without
 * @param high upper ends; empty without
 */
public record Series(String name, Mark mark, Style style, List<double[]> x, double[] y, double[] low, double[] high) {
    public Series {
        x = List.copyOf(x);
        for (double[] places : x) {
            check(name, "x", places.length, y.length);
        }
        if (low.length > 0 || high.length > 0) {
            check(name, "low", low.length, y.length);
            check(name, "high", high.length, y.length);
        }
    }

    /** How its points are shown. */
    public enum Mark {
        LINE,
        /** For what accompanies a line, such as the training part beside validation. */
        DASHED,
        POINTS,
        BARS,
        /** A thin grey line to compare with, such as a diagonal; never hidden and in no legend. */
        GUIDE
    }

    /** A series on charts with one axis, without a band. */
    public static Series of(String name, Mark mark, Style style, double[] x, double[] y) {
        return new Series(name, mark, style, List.of(x), y, new double[0], new double[0]);
    }

    /** The same with a band or whiskers. */
    public Series between(double[] lower, double[] upper) {
        return new Series(name, mark, style, x, y, lower, upper);
    }

    private static void check(String name, String what, int length, int expected) {
        if (length != expected) {
            throw new IllegalArgumentException(
                    what + " of " + name + " must have " + expected + " numbers but has " + length);
        }
    }
}
