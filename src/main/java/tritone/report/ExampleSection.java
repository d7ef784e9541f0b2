package tritone.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tritone.classification.ExplainedPrediction;
import tritone.comparison.CaseReader;
import tritone.comparison.Comparison;
import tritone.comparison.Disagreements;
import tritone.comparison.Wording;
import tritone.explanation.PageWord;

/** Reviews that tell contenders apart. Long ones are shown by their ends, else a page would have no bound. */
final class ExampleSection {
    private static final int WORDS_OF_A_PAGE = 9_000;
    private static final int FEWEST_WORDS = 60;

    /** Of a word, with a blank. */
    private static final int LETTERS = 6;

    private final Comparison comparison;
    private final Map<String, Style> styles = new HashMap<>();
    private int mostWords = FEWEST_WORDS;

    ExampleSection(Comparison comparison) {
        this.comparison = comparison;
        comparison
                .contenders()
                .forEach(contender -> styles.put(contender.contender().name(), Looks.style(contender.contender())));
    }

    Optional<Section> of(List<CaseReader.ReadCase> onlyOneRight, List<CaseReader.ReadCase> worstErrors) {
        int answers = Stream.concat(onlyOneRight.stream(), worstErrors.stream())
                .mapToInt(read -> read.about().said().size())
                .sum();
        mostWords = Math.max(FEWEST_WORDS, WORDS_OF_A_PAGE / Math.max(1, answers));
        List<Block> blocks = new ArrayList<>();
        if (!comparison.disagreements().loners().isEmpty()) {
            blocks.add(loners());
        }
        if (!onlyOneRight.isEmpty()) {
            blocks.add(new Examples(
                    "One cell is right and all others are wrong; the surest of these come first.",
                    onlyOneRight.stream().map(this::example).toList()));
        }
        if (!worstErrors.isEmpty()) {
            blocks.add(new Examples(
                    "The errors that each is surest of.",
                    worstErrors.stream().map(this::example).toList()));
        }
        return ComparisonDocument.section("Reviews worth reading", blocks);
    }

    private Table loners() {
        return new Table(
                "Reviews that one cell alone is right about, by the models of the first seed",
                List.of("", "reviews"),
                comparison.disagreements().loners().stream()
                        .map(loner -> List.of(Wording.name(loner.contender()), Looks.whole(loner.reviews())))
                        .toList());
    }

    private Examples.Example example(CaseReader.ReadCase read) {
        Disagreements.Case about = read.about();
        List<Examples.Answer> answers = new ArrayList<>();
        for (int i = 0; i < about.said().size(); i++) {
            answers.add(answer(read, about.said().get(i), read.why().get(i)));
        }
        String rating = read.rating().isPresent()
                ? String.format(Locale.ROOT, "rated %s", number(read.rating().getAsDouble()))
                : "";
        return new Examples.Example(about.id(), about.label(), rating, answers);
    }

    private static String number(double rating) {
        return rating == Math.rint(rating) ? Long.toString((long) rating) : Double.toString(rating);
    }

    /** A contender that cannot say why still shows what it was asked about. */
    private Examples.Answer answer(
            CaseReader.ReadCase read, Disagreements.Said said, Optional<ExplainedPrediction> why) {
        return new Examples.Answer(
                Wording.name(said.contender()),
                styles.getOrDefault(said.contender(), Style.NEUTRAL),
                said.label(),
                said.probability(),
                said.label().equals(read.about().label()),
                shortened(why.map(explained -> explained.onPage(read.text()))
                        .orElse(List.of(PageWord.unread(shortened(read.text()))))),
                why.map(explained -> thinned(explained.running())).orElse(new float[0]));
    }

    private List<PageWord> shortened(List<PageWord> words) {
        if (words.size() <= mostWords) {
            return words;
        }
        List<PageWord> end = new ArrayList<>(List.of(PageWord.unread("[…]")));
        end.addAll(words.subList(words.size() - mostWords, words.size()));
        return end;
    }

    private String shortened(String text) {
        int most = mostWords * LETTERS;
        return text.length() <= most ? text : "[…] " + text.substring(text.length() - most);
    }

    private float[] thinned(float[] running) {
        int[] shown = Looks.thinned(running.length, mostWords);
        float[] thinned = new float[shown.length];
        for (int i = 0; i < shown.length; i++) {
            thinned[i] = running[shown[i]];
        }
        return thinned;
    }
}
