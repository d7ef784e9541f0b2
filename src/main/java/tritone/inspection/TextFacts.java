package tritone.inspection;

import java.util.List;
import java.util.Map;
import tritone.text.LanguageGuess;

/**
 * What one look at a text finds out.
 *
 * @param text a number that the same text has
 * @param words a number that a text of the same words has
 * @param keys what nearly the same texts share one of; empty without words
 * @param tokens that the chain makes of it
 * @param faults what its characters show, and where first
 */
record TextFacts(
        long text,
        long words,
        int[] keys,
        int tokens,
        LanguageGuess language,
        Map<Kind, Integer> faults,
        List<NamedRating> ratings) {}
