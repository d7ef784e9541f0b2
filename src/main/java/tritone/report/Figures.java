package tritone.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How figures are written wherever a report shows them. */
public final class Figures {
    /** In the place of a figure that there is not. */
    public static final String NONE = "\u2013";

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private Figures() {}

    /** A share from 0 to 1 in per cent, such as 87.3 %. */
    public static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", 100 * share) : NONE;
    }

    /** Whole numbers as they are, others to four digits, such as 1,234 and 0.1235. */
    public static String number(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value)) {
            return NONE;
        }
        if (value == Math.rint(value) && size < 1e15 || size >= 999.95 && size < 1e15) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        return size < 1e-4 || size >= 1e15
                ? String.format(Locale.ROOT, "%.3e", value)
                : BigDecimal.valueOf(value)
                        .round(FOUR_DIGITS)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** As an axis wants it; a place among categories is a name. */
    static String on(Axis axis, double value) {
        if (axis.scale() == Axis.Scale.CATEGORIES) {
            return value >= 0 && value < axis.categories().size()
                    ? axis.categories().get((int) value)
                    : NONE;
        }
        return switch (axis.format()) {
            case PERCENT -> percent(value);
            case NUMBER -> number(value);
        };
    }
}
