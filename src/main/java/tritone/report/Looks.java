package tritone.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import tritone.comparison.Comparison;
import tritone.comparison.ContenderFindings;
import tritone.comparison.Wording;
import tritone.network.CellKind;

/** What contenders and figures look like in all sections. */
final class Looks {
    static final String NOTHING = "–";

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
        return comparison.contenders().stream()
                .filter(contender -> !contender.runs().isEmpty())
                .toList();
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    static String four(double figure) {
        return String.format(Locale.ROOT, "%.4f", figure);
    }

    static String four(OptionalDouble figure) {
        return figure.isPresent() ? four(figure.getAsDouble()) : NOTHING;
    }

    static String whole(long figure) {
        return String.format(Locale.ROOT, "%,d", figure);
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
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

    static double[] places(int count) {
        double[] places = new double[count];
        for (int i = 0; i < count; i++) {
            places[i] = i;
        }
        return places;
    }
}
