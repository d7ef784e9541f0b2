package tritone.cli;

import java.io.PrintWriter;
import java.util.Locale;
import tritone.classification.ExplainedPrediction;
import tritone.classification.ExplainedWord;
import tritone.classification.Outcome;
import tritone.explanation.Explanation;

/** A line of a table for each outcome and, below that of a review, its text with what each word did, for people. */
final class ExplainedTable implements PredictionWriter {
    private static final int FEWEST_SPARKS = 8;
    private static final int MOST_SPARKS = 32;

    /** An eighth of a block; the others follow. */
    private static final char LOWEST_SPARK = '\u2581';

    private static final int SPARK_HEIGHTS = 8;

    private final PredictionTable table;
    private final PrintWriter out;
    private final int width;
    private final WordMarks marks;

    private ExplainedTable(PredictionTable table, PrintWriter out, int width, WordMarks marks) {
        this.table = table;
        this.out = out;
        this.width = width;
        this.marks = marks;
    }

    /** @param width of the terminal, on which {@code table} writes to {@code out} */
    static ExplainedTable of(PredictionTable table, PrintWriter out, int width, boolean coloured) {
        return new ExplainedTable(table, out, width, coloured ? new ColouredWords() : new SignedWords());
    }

    @Override
    public void write(Outcome outcome) {
        table.write(outcome);
        if (outcome.explained().isPresent()) {
            ExplainedPrediction said = outcome.explained().get();
            out.print(words(outcome.row().review().orElseThrow().text(), said));
            out.print(running(said));
            out.print(doubt(said.explanation()));
        }
    }

    /** Words that overlap, such as two of one stretch, are shown as far as they are not shown yet. */
    private String words(String text, ExplainedPrediction said) {
        WrappedText lines = new WrappedText(width);
        double strongest = said.strongest();
        int shown = 0;
        for (int i = 0; i < said.words().size(); i++) {
            ExplainedWord word = said.words().get(i);
            addBetween(text, shown, word.start(), lines);
            int start = Math.max(shown, word.start());
            if (start < word.end()) {
                lines.add(marks.of(word, strongest), text.substring(start, word.end()));
                shown = word.end();
            }
        }
        addBetween(text, shown, text.length(), lines);
        return lines.finished();
    }

    /** What is no word, such as markup: a line may end at its blanks. */
    private void addBetween(String text, int from, int to, WrappedText lines) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                lines.add(marks.ofOther(), text.substring(start, i));
                lines.blank();
                start = i + 1;
            }
        }
        if (start < to) {
            lines.add(marks.ofOther(), text.substring(start, to));
        }
    }

    private String running(ExplainedPrediction said) {
        float[] running = said.running();
        if (running.length == 0) {
            return "";
        }
        String start = String.format(
                Locale.ROOT,
                "  %s word by word: %.1f %% ",
                PredictionTable.plain(said.prediction().label()),
                100 * running[0]);
        String end = String.format(Locale.ROOT, " %.1f %%", 100 * running[running.length - 1]);
        int room = Math.max(FEWEST_SPARKS, width - start.length() - end.length());
        return start + sparks(running, Math.min(room, MOST_SPARKS)) + end + "\n";
    }

    /** A block for each value, of more values for the last one of each stretch, as high as the probability. */
    private static String sparks(float[] running, int most) {
        int count = Math.min(most, running.length);
        StringBuilder sparks = new StringBuilder(count);
        for (int i = 1; i <= count; i++) {
            float probability = running[(int) ((long) running.length * i / count) - 1];
            sparks.append((char) (LOWEST_SPARK + Math.min(SPARK_HEIGHTS - 1, (int) (SPARK_HEIGHTS * probability))));
        }
        return sparks.toString();
    }

    private static String doubt(Explanation explanation) {
        return explanation.isComplete()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "  The words' parts miss %.4f of a change of %.4f: take them with care.\n",
                        -explanation.residual(),
                        explanation.change());
    }

    @Override
    public void flush() {
        table.flush();
    }

    @Override
    public void close() {
        table.close();
    }
}
