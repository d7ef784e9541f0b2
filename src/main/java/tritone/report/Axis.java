package tritone.report;

import java.util.List;

/**
 * An axis of a chart.
 *
 * @param scale how it begins; a reader may switch between linear and logarithmic where all is above zero
 * @param format of its figures
 * @param categories names of the places 0, 1, ...; none of an axis of figures
 */
public record Axis(String name, Scale scale, Format format, List<String> categories) {
    public Axis {
        categories = List.copyOf(categories);
    }

    /** How places are spread. */
    public enum Scale {
        LINEAR,
        LOG,
        /** Side by side, by name. */
        CATEGORIES
    }

    /** How figures are written. */
    public enum Format {
        /** A share from 0 to 1, in per cent. */
        PERCENT,
        /** With as many digits as it needs. */
        NUMBER
    }

    /** An axis of figures that are spread evenly. */
    public static Axis of(String name, Format format) {
        return new Axis(name, Scale.LINEAR, format, List.of());
    }

    /** An axis of figures that are spread by their logarithm. */
    public static Axis log(String name, Format format) {
        return new Axis(name, Scale.LOG, format, List.of());
    }

    /** An axis of names. */
    public static Axis of(String name, List<String> categories) {
        return new Axis(name, Scale.CATEGORIES, Format.NUMBER, categories);
    }
}
