package tritone.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tritone.comparison.Comparison;
import tritone.comparison.ContenderFindings;
import tritone.comparison.Wording;
import tritone.network.CellKind;

/** What contenders and figures look like in all sections. */
final class Looks {
    private static final int POINTS_OF_A_CHART = 1000;
    private static final int MOST_POINTS = 100;
    private static final int FEWEST_POINTS = 8;

    private Looks() {}

    static Style style(ContenderFindings.Identity contender) {
        Tone tone = CellKind.named(contender.cell()).map(Tone::of).orElse(Tone.NEUTRAL);
        return new Style(tone, contender.variation());
    }

    static String name(ContenderFindings contender) {
        return Wording.name(contender.contender().name());
    }

    /** The contenders that have answers, in the order of the plan. */
    static List<ContenderFindings> present(Comparison comparison) {
        return comparison.contenders();
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    static String four(double figure) {
        return String.format(Locale.ROOT, "%.4f", figure);
    }

    static String four(OptionalDouble figure) {
        return figure.isPresent() ? four(figure.getAsDouble()) : Figures.NONE;
    }

    static String whole(long figure) {
        return String.format(Locale.ROOT, "%,d", figure);
    }

    static String megabytes(long bytes) {
        return bytes < 1e6
                ? String.format(Locale.ROOT, "%.0f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /** With as many digits as say something. */
    static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%,.0f s", seconds);
    }

    /** A difference of shares, in points of a hundred. */
    static String points(double difference) {
        return String.format(Locale.ROOT, "%+.2f", 100 * difference);
    }

    static <T> double[] numbers(Collection<T> items, ToDoubleFunction<T> figure) {
        return items.stream().mapToDouble(figure).toArray();
    }

    /** Indexes of so many at most, evenly spread, the first and the last among them. */
    static int[] thinned(int count, int most) {
        if (count <= most) {
            return IntStream.range(0, count).toArray();
        }
        return IntStream.range(0, most)
                .map(i -> (int) Math.round((double) i * (count - 1) / (most - 1)))
                .toArray();
    }

    /** Points that each series of a chart may have: many contenders must fit on a page too. */
    static int mostPoints(int series) {
        return Math.max(FEWEST_POINTS, Math.min(MOST_POINTS, POINTS_OF_A_CHART / Math.max(1, series)));
    }

    static double[] places(int count) {
        double[] places = new double[count];
        for (int i = 0; i < count; i++) {
            places[i] = i;
        }
        return places;
    }
}
