package tritone.classification;

import java.util.OptionalDouble;
import tritone.explanation.PageWord;

/**
 * A word of an explained text.
 *
 * @param text as it stands in the text, between {@code start} and {@code end}
 * @param start the index of its first {@code char} in the text
 * @param end the index after its last one
 * @param token what the model's chain made of it
 * @param known whether the model's vocabulary holds the token
 * @param read whether the model read it; else it was cut away because the text is too long
 * @param attribution by how much it moved the log odds of the label; 0 if it was not read
 * @param occlusion by how much the log odds of the label fall without it; of the words with the largest attributions
 */
public record ExplainedWord(
        String text,
        int start,
        int end,
        String token,
        boolean known,
        boolean read,
        double attribution,
        OptionalDouble occlusion) {
    /** The word as a page shows it. */
    PageWord onPage() {
        if (!read) {
            return PageWord.unread(text);
        }
        return known ? PageWord.known(text, attribution) : PageWord.unknown(text, attribution);
    }
}
