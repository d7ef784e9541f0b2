package tritone.inspection;

import java.util.function.Function;
import tritone.text.Chain;

/**
 * How a collection is looked at.
 *
 * @param chain counts the tokens
 * @param maxTokens so many would be kept of a review
 * @param words what is wrong with a row that cannot be read, in words
 */
public record InspectionOptions(Chain chain, int maxTokens, int threads, Function<Exception, String> words) {
    public InspectionOptions {
        if (maxTokens < 1) {
            throw new IllegalArgumentException("maxTokens must be at least 1 but was " + maxTokens);
        }
    }
}
