package tritone.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import tritone.classification.Outcome;
import tritone.classification.Prediction;

/** A line for each outcome, for people: label, probability, id, and how the text begins. */
final class PredictionTable implements PredictionWriter {
    private static final int ID = 14;

    private final PrintWriter out;
    private final PredictionColumns columns;
    private final int width;
    private final int labelWidth;

    /** @param width of the terminal */
    PredictionTable(PrintWriter out, PredictionColumns columns, int width) {
        this.out = out;
        this.columns = columns;
        this.width = width;
        labelWidth = columns.labels().stream().mapToInt(String::length).max().orElse(0);
    }

    @Override
    public void write(Outcome outcome) {
        String id = outcome.row().id();
        String start = outcome.prediction().isPresent()
                ? said(outcome.prediction().get())
                : padded("error", Math.max(labelWidth, 5));
        String text = outcome.row()
                .review()
                .map(review -> review.text())
                .orElseGet(() -> Failures.words(outcome.row().fault().orElseThrow()));
        String line = start + "  " + padded(shortened(id, ID), ID) + "  ";
        out.println(line + shortened(text, Math.max(20, width - line.length())));
    }

    private String said(Prediction prediction) {
        StringBuilder said = new StringBuilder(padded(shortened(prediction.label(), labelWidth), labelWidth));
        said.append(percent(prediction.probability()));
        columns.unsure().ifPresent(band -> said.append(band.holds(prediction) ? "  unsure" : "        "));
        if (columns.details()) {
            said.append(String.format(
                    Locale.ROOT,
                    "  %6d tokens%s  %3.0f %% unknown",
                    prediction.tokens(),
                    prediction.truncated() ? ", cut" : "     ",
                    100 * prediction.unknown()));
        }
        if (columns.voters().size() > 1) {
            said.append("  ").append(prediction.votes().values().stream().collect(Collectors.joining(" ")));
        }
        return said.toString();
    }

    /** As in {@code " 93.1 %"}; a formatter takes longer than the network behind the figure. */
    private static String percent(float probability) {
        int tenths = Math.round(1000 * probability);
        String figure = tenths / 10 + "." + tenths % 10 + " %";
        return " ".repeat(Math.max(1, 9 - figure.length())) + figure;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.codePointCount(0, text.length())));
    }

    /** On one line, and with dots in the place of what is too much. */
    private static String shortened(String text, int width) {
        int[] start = text.codePoints().limit(width + 1L).toArray();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < Math.min(start.length, start.length > width ? width - 3 : width); i++) {
            line.appendCodePoint(plain(start[i]));
        }
        return start.length > width ? line + "..." : line.toString();
    }

    /** The text without what could drive a terminal. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(character -> plain.appendCodePoint(plain(character)));
        return plain.toString();
    }

    /** The character, or a blank in the place of one that drives a terminal or breaks a line. */
    static int plain(int character) {
        return isPlain(character) ? character : ' ';
    }

    /** Whether a character neither drives a terminal nor breaks a line. */
    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
