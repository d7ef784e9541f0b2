package tritone.classification;

import java.util.List;
import tritone.explanation.Explanation;

/**
 * What a classifier says of a text, and which words made it say so.
 *
 * @param prediction the same as without an explanation
 * @param words all of the text, in its order
 * @param explanation of the predicted label; its positions are those of the words that were read
 */
public record ExplainedPrediction(Prediction prediction, List<ExplainedWord> words, Explanation explanation) {
    public ExplainedPrediction {
        words = List.copyOf(words);
    }

    /** The label's probability after each word that was read. */
    public float[] running() {
        return explanation.runningOf(explanation.label());
    }

    /** The largest attribution, whatever its sign; 0 if there is none. */
    public double strongest() {
        return words.stream()
                .mapToDouble(word -> Math.abs(word.attribution()))
                .max()
                .orElse(0);
    }
}
