package tritone.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A style as something to draw: page.css has the colour of each tone, for light pages and dark ones.
 *
 * @param tone the name of the colour
 * @param symbol a path in a box of 12 by 12, one for each tone
 * @param hollow symbols and bars have an edge only
 * @param dash lengths drawn and left out in turn; none of a line without gaps
 */
record Look(String tone, String symbol, boolean hollow, List<Integer> dash) {
    private static final List<List<Integer>> DASHES =
            List.of(List.of(), List.of(9, 4), List.of(9, 3, 2, 3), List.of(5, 3));

    /** Of lines that accompany another; dots, so that none is taken for a variation. */
    private static final List<List<Integer>> DOTS =
            List.of(List.of(2, 3), List.of(2, 6), List.of(2, 2, 2, 6), List.of(2, 2, 2, 2, 2, 6));

    static Look of(Style style, Series.Mark mark) {
        List<List<Integer>> strokes = mark == Series.Mark.DASHED ? DOTS : DASHES;
        int variation = style.variation();
        // Full and hollow alternate, and the other way round in the second four: eight in all.
        boolean hollow = (variation + variation / DASHES.size()) % 2 == 1;
        return new Look(tone(style.tone()), symbol(style.tone()), hollow, strokes.get(variation % strokes.size()));
    }

    private static String tone(Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String symbol(Tone tone) {
        return switch (tone) {
            case SIMPLE_RNN -> "M6 0a6 6 0 1 1 0 12a6 6 0 1 1 0-12z";
            case LSTM -> "M.5 .5h11v11h-11z";
            case GRU -> "M6 0L12 12H0z";
            case BAG -> "M6 0L12 6L6 12L0 6z";
            case LINEAR -> "M0 0H12L6 12z";
            case NEUTRAL -> "M4 0h4v4h4v4h-4v4h-4v-4h-4v-4h4z";
        };
    }

    /** A small picture to stand before a name. */
    String html(Series.Mark mark) {
        String line = switch (mark) {
            case LINE, DASHED, GUIDE ->
                String.format(
                        "<path class=\"stroke\" d=\"M0 8H36\" stroke-dasharray=\"%s\"/>",
                        dash.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            case POINTS, BARS -> "";
        };
        String point = switch (mark) {
            case LINE, POINTS -> symbol;
            case BARS -> "M-6 -1H18V13H-6z";
            case DASHED, GUIDE -> "";
        };
        String shape = point.isEmpty()
                ? ""
                : String.format(
                        "<path class=\"%s\" transform=\"translate(12 2)\" d=\"%s\"/>",
                        hollow ? "hollow" : "full", point);
        return String.format(
                "<svg class=\"key %s\" viewBox=\"0 0 36 16\" aria-hidden=\"true\">%s%s</svg>", tone, line, shape);
    }
}
