package tritone.text;

import java.util.Optional;
import java.util.Set;

/**
 * What language a text seems to be in.
 *
 * @param likeliest none if the text says too little
 * @param possible every language that has at least half as many of its words in the text as the likeliest
 */
public record LanguageGuess(Optional<Language> likeliest, Set<Language> possible) {
    public static final LanguageGuess NONE = new LanguageGuess(Optional.empty(), Set.of());

    public LanguageGuess {
        possible = Set.copyOf(possible);
    }

    /** Whether the text is clearly in another language than this one. */
    public boolean rulesOut(Language language) {
        return likeliest.isPresent() && !possible.contains(language);
    }
}
