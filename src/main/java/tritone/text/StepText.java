package tritone.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tritone.corpus.Quote;

/** Reads the text form of a step, which may come from a stranger's model: it opens no file. */
final class StepText {
    private static final Pattern LENGTHS = Pattern.compile("(\\d{1,3})-(\\d{1,3})");
    private static final int LONGEST_WORD = 12;

    private StepText() {}

    static Step parse(String text) {
        for (Step[] steps : List.<Step[]>of(CharacterStep.values(), PlainTokenizer.values(), PlainFilter.values())) {
            for (Step step : steps) {
                if (step.toString().equalsIgnoreCase(text)) {
                    return step;
                }
            }
        }
        int end = 0;
        while (end < text.length() && ":=".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end == text.length() || end > LONGEST_WORD) {
            throw unknown(text);
        }
        return parse(text, text.substring(0, end + 1).toLowerCase(Locale.ROOT), text.substring(end + 1));
    }

    /** @param start what tells the step, with the sign after it */
    private static Step parse(String text, String start, String argument) {
        if (argument.startsWith("@") && (start.equals("stop:") || start.equals("synonyms:"))) {
            throw new IllegalArgumentException("a chain that was written down must hold its words but names the file "
                    + Quote.of(argument.substring(1)));
        }
        return switch (start) {
            case "lucene:" ->
                new LanguageTokenizer(language(start, argument, Language.Use.ANALYZER), LanguageTokenizer.Words.ALL);
            case "lucene-stop:" ->
                new LanguageTokenizer(
                        language(start, argument, Language.Use.ANALYZER), LanguageTokenizer.Words.NO_STOP_WORDS);
            case "stop:" -> new LanguageStop(language(start, argument, Language.Use.STOP_WORDS));
            case "snowball:" -> new Snowball(language(start, argument, Language.Use.STEMMER));
            case "ngrams:" -> wordGrams(argument);
            case "chargrams:" -> characterGrams(argument);
            case StopList.START -> StopList.parse(argument);
            case Synonyms.START -> Synonyms.parse(argument);
            default -> throw unknown(text);
        };
    }

    private static Language language(String start, String name, Language.Use use) {
        return Language.named(name).filter(language -> language.has(use)).orElseThrow(() -> {
            List<String> names = new ArrayList<>();
            Language.with(use).forEach(language -> names.add(language.english()));
            String known = Language.with(use).stream().map(Language::toString).collect(Collectors.joining(", "));
            String nearest = Nearest.of(name, names)
                    .map(near ->
                            "; did you mean " + start + Language.named(near).orElseThrow() + "?")
                    .orElse("");
            return new IllegalArgumentException("the language of " + start.substring(0, start.length() - 1)
                    + " must be one of " + known + " but was \"" + Quote.of(name) + "\"" + nearest);
        });
    }

    private static WordGrams wordGrams(String argument) {
        if (!argument.matches("\\d")) {
            throw new IllegalArgumentException(
                    "ngrams must have from 2 to " + WordGrams.MOST + " words but was " + Quote.of(argument));
        }
        return new WordGrams(argument.charAt(0) - '0');
    }

    private static CharacterGrams characterGrams(String argument) {
        Matcher lengths = LENGTHS.matcher(argument);
        if (!lengths.matches()) {
            throw new IllegalArgumentException(
                    "chargrams must have two numbers of characters, as in chargrams:3-5, but was "
                            + Quote.of(argument));
        }
        return new CharacterGrams(Integer.parseInt(lengths.group(1)), Integer.parseInt(lengths.group(2)));
    }

    private static IllegalArgumentException unknown(String text) {
        List<String> forms = StepForm.all().stream().map(StepForm::form).toList();
        List<String> words = forms.stream().map(form -> form.split(":")[0]).toList();
        return new IllegalArgumentException(Nearest.of(text.split("[:=]", 2)[0], words)
                .map(near -> "a chain has no step \"" + Quote.of(text) + "\"; did you mean "
                        + forms.get(words.indexOf(near)) + "?")
                .orElseGet(() -> "a chain must be made of " + String.join(", ", forms) + " but found \""
                        + Quote.of(text) + "\""));
    }
}
