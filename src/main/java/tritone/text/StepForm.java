package tritone.text;

import java.util.ArrayList;
import java.util.List;

/**
 * How a step is written, for people who look for one.
 *
 * @param form as in {@code stem} or {@code snowball:LANGUAGE}
 * @param choices what may stand for a word in capitals; none if that is no choice among a few
 */
public record StepForm(String form, String description, List<String> choices) {
    /** Every step there is, in the order in which they may stand. */
    public static List<StepForm> all() {
        List<StepForm> all = new ArrayList<>();
        addPlain(CharacterStep.values(), all);
        addPlain(PlainTokenizer.values(), all);
        for (LanguageTokenizer.Words words : LanguageTokenizer.Words.values()) {
            all.add(ofLanguages(words.toString(), words.description(), Language.Use.ANALYZER));
        }
        addPlain(PlainFilter.values(), all);
        all.add(ofLanguages(LanguageStop.WORD, LanguageStop.DESCRIPTION, Language.Use.STOP_WORDS));
        all.add(new StepForm("stop:@FILE", StopList.DESCRIPTION, List.of()));
        all.add(new StepForm("synonyms:@FILE", Synonyms.DESCRIPTION, List.of()));
        all.add(ofLanguages(Snowball.WORD, Snowball.DESCRIPTION, Language.Use.STEMMER));
        all.add(new StepForm(WordGrams.WORD + ":N", WordGrams.DESCRIPTION, List.of()));
        all.add(new StepForm(CharacterGrams.WORD + ":MIN-MAX", CharacterGrams.DESCRIPTION, List.of()));
        return List.copyOf(all);
    }

    private static void addPlain(Step[] steps, List<StepForm> all) {
        for (Step step : steps) {
            all.add(new StepForm(step.toString(), step.description(), List.of()));
        }
    }

    private static StepForm ofLanguages(String word, String description, Language.Use use) {
        List<String> codes = Language.with(use).stream().map(Language::toString).toList();
        return new StepForm(word + ":LANGUAGE", description, codes);
    }
}
