package tritone.inspection;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tritone.text.Chain;
import tritone.text.FilterStep;
import tritone.text.Language;
import tritone.text.Step;
import tritone.text.TokenizerStep;

/** The language that the texts of a collection should be in. */
final class ExpectedLanguage {
    private static final Set<FilterStep> ENGLISH =
            EnumSet.of(FilterStep.CONTRACTIONS, FilterStep.STOP, FilterStep.STEM);

    private ExpectedLanguage() {}

    /** The one that the chain is made for, else that of most texts. */
    static Optional<Language> of(Chain chain, Rows rows) {
        return of(chain).or(() -> ofMost(rows));
    }

    /** The one that a step of the chain is made for; empty if all of them take any. */
    static Optional<Language> of(Chain chain) {
        return chain.steps().stream().flatMap(step -> of(step).stream()).findFirst();
    }

    /** A step that knows its language by a code says so here: {@link Language#ofCode}. */
    private static Optional<Language> of(Step step) {
        boolean english =
                step == TokenizerStep.ENGLISH || step instanceof FilterStep filter && ENGLISH.contains(filter);
        return english ? Optional.of(Language.ENGLISH) : Optional.empty();
    }

    /** The likeliest of more than half of the texts that show any. */
    private static Optional<Language> ofMost(Rows rows) {
        Map<Language, Integer> counts = new HashMap<>();
        int known = 0;
        for (int row = 0; row < rows.size(); row++) {
            Optional<Language> likeliest = rows.language(row).likeliest();
            if (likeliest.isPresent()) {
                known++;
                counts.merge(likeliest.get(), 1, Integer::sum);
            }
        }
        int half = known / 2;
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > half)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
