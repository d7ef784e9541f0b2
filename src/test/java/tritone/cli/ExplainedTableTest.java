package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tritone.classification.ExplainedPrediction;
import tritone.classification.ExplainedWord;
import tritone.classification.Outcome;
import tritone.classification.Prediction;
import tritone.corpus.Review;
import tritone.corpus.Row;
import tritone.explanation.Explanation;

class ExplainedTableTest {
    private static final Prediction POSITIVE =
            new Prediction("pos", 0.75f, Map.of("neg", 0.25f, "pos", 0.75f), 3, 0, false, Map.of("first", "pos"));

    private static ExplainedWord word(String text, String word, double attribution) {
        int start = text.indexOf(word);
        OptionalDouble occlusion =
                Math.abs(attribution) > 0.3 ? OptionalDouble.of(attribution) : OptionalDouble.empty();
        return new ExplainedWord(word, start, start + word.length(), word, true, true, attribution, occlusion);
    }

    private static ExplainedWord standing(ExplainedWord word, boolean known, boolean read) {
        return new ExplainedWord(
                word.text(), word.start(), word.end(), word.token(), known, read, word.attribution(), word.occlusion());
    }

    /** The lines below that of the table. */
    private static List<String> shown(boolean coloured, String text, double logOdds, ExplainedWord... words) {
        List<ExplainedWord> all = List.of(words);
        double[] attributions = all.stream()
                .filter(ExplainedWord::read)
                .mapToDouble(ExplainedWord::attribution)
                .toArray();
        float[] running = new float[2 * attributions.length];
        for (int i = 0; i < attributions.length; i++) {
            running[2 * i + 1] = (i + 1f) / attributions.length;
        }
        Explanation explanation = new Explanation(1, logOdds, 0, attributions, List.of(), running);
        Outcome outcome = new Outcome(
                Row.of(Review.of("1", text)),
                Optional.of(POSITIVE),
                Optional.of(new ExplainedPrediction(POSITIVE, all, explanation)));
        return lines(outcome, coloured);
    }

    private static List<String> lines(Outcome outcome, boolean coloured) {
        StringWriter written = new StringWriter();
        PrintWriter out = new PrintWriter(written);
        PredictionColumns columns =
                new PredictionColumns(List.of("neg", "pos"), Optional.empty(), false, List.of("first"), true, true);
        PredictionTable table = new PredictionTable(out, columns, 40);
        try (ExplainedTable explained = ExplainedTable.of(table, out, 40, coloured)) {
            explained.write(outcome);
        }
        List<String> lines = new ArrayList<>(written.toString().lines().toList());
        lines.remove(0);
        return lines;
    }

    @Test
    void coloursWordsByWhatTheyDid() {
        String text = "great plot, dull end";

        List<String> lines = shown(
                true,
                text,
                0.75,
                word(text, "great", 1),
                word(text, "plot", 0.05),
                word(text, "dull", -0.5),
                word(text, "end", 0.2));

        assertThat(lines)
                .containsExactly(
                        "  \u001b[1;38;5;16;48;5;33mgreat\u001b[0m plot\u001b[2m,\u001b[0m"
                                + " \u001b[38;5;16;48;5;215mdull\u001b[0m \u001b[38;5;32mend\u001b[0m",
                        "  pos word by word: 25.0 % \u2583\u2585\u2587\u2588 100.0 %");
    }

    @Test
    void underlinesUnknownWordsAndDimsThoseThatWereCutAway() {
        String text = "zork the xyzzy";

        List<String> lines = shown(
                true,
                text,
                1,
                standing(word(text, "zork", 0), false, false),
                standing(word(text, "the", 0), false, true),
                standing(word(text, "xyzzy", 1), false, true));

        assertThat(lines.get(0))
                .isEqualTo("  \u001b[2mzork\u001b[0m \u001b[4mthe\u001b[0m \u001b[4;1;38;5;16;48;5;33mxyzzy\u001b[0m");
    }

    @Test
    void marksWordsByFiguresWhereColoursAreNotWanted() {
        String text = "zork <i>great</i>  xyzzy dull";

        List<String> lines = shown(
                false,
                text,
                0,
                standing(word(text, "zork", 0), false, false),
                word(text, "great", 0.41),
                standing(word(text, "xyzzy", 0.04), false, true),
                word(text, "dull", -0.45));

        assertThat(lines.get(0)).isEqualTo("  [zork] <i>great(+0.41)</i> _xyzzy_");
        assertThat(lines.get(1)).isEqualTo("  dull(-0.45)");
        assertThat(lines.get(2)).startsWith("  pos word by word: 33.3 % ");
        assertThat(lines).hasSize(3);
    }

    @Test
    void breaksAWordThatIsLongerThanALine() {
        String text = "x".repeat(100);

        List<String> lines = shown(true, text, 1, word(text, text, 1));

        assertThat(lines.stream().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")))
                .startsWith("  " + "x".repeat(38), "  " + "x".repeat(38), "  " + "x".repeat(24));
        assertThat(lines.subList(0, 3)).allMatch(line -> line.startsWith("  \u001b[1;") && line.endsWith("x\u001b[0m"));
    }

    @Test
    void showsAStretchOfTwoWordsOnce() {
        String text = "cannot end";
        ExplainedWord end = word(text, "end", 0.1);

        List<String> lines = shown(false, text, 0.5, word(text, "cannot", 0.2), word(text, "cannot", 0.2), end);

        assertThat(lines.get(0)).isEqualTo("  cannot end");
    }

    @Test
    void saysIfTheWordsDoNotMakeUpTheAnswer() {
        List<String> lines = shown(false, "good", 2, word("good", "good", 1.5));

        assertThat(lines.get(2))
                .isEqualTo("  The words' parts miss 0.5000 of a change of 2.0000: take them with care.");
    }

    @Test
    void aBadRowAndAnEmptyTextAreALineOfTheTable() {
        assertThat(lines(new Outcome(Row.bad("2", new IllegalStateException("bad")), Optional.empty()), true))
                .isEmpty();
        assertThat(shown(true, "", 0)).isEmpty();
    }
}
