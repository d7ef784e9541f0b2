package tritone.classification;

import java.util.ArrayList;
import java.util.List;
import tritone.explanation.Explanation;
import tritone.explanation.PageWord;

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

    /**
     * The whole text piece by piece: its words, and as unread what the chain left out between them, such as markup.
     *
     * @param text that was explained
     */
    public List<PageWord> onPage(String text) {
        List<PageWord> pieces = new ArrayList<>();
        int end = 0;
        for (ExplainedWord word : words) {
            addUnread(text, end, word.start(), pieces);
            pieces.add(word.onPage());
            end = Math.max(end, word.end());
        }
        addUnread(text, end, text.length(), pieces);
        return pieces;
    }

    private static void addUnread(String text, int from, int to, List<PageWord> pieces) {
        if (from < to && !text.substring(from, to).isBlank()) {
            pieces.add(PageWord.unread(text.substring(from, to).strip()));
        }
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
