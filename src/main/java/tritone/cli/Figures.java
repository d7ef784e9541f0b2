package tritone.cli;

import java.util.Locale;

/** Figures as people read them. */
final class Figures {
    private Figures() {}

    /** With two digits, since tenths of accuracy are fought over. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    static String four(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
