package tritone.explanation;

import java.util.List;

/**
 * A review on a page.
 *
 * @param label the class that is explained
 * @param probability of the label
 * @param running the label's probability after each word that was read
 */
public record PageReview(String id, String label, double probability, List<PageWord> words, float[] running) {
    public PageReview {
        words = List.copyOf(words);
    }
}
