package tritone.comparison;

import java.util.List;
import tritone.model.Predictor;

/**
 * How far back a classifier remembers: how well it answers once neutral words follow a review. A network that reads backward
 * meets those words first and has nothing to forget; one that takes a mean over all words or steps does not forget either,
 * but what it read weighs less.
 *
 * <p>What was appended is never truncated: a truncation that keeps the end of a review would cut the review itself off, and
 * one that keeps the beginning the words; then every cell would seem to forget everything, or nothing.
 *
 * @param words how many were appended, ascending
 * @param accuracy share of right answers after so many, {@code [words]}
 * @param probability mean probability of the true class after so many, {@code [words]}
 * @param beyondNumbers whether it ends early, since states grow beyond all numbers over so many words
 */
public record Memory(int[] words, double[] accuracy, double[] probability, boolean beyondNumbers) {
    /** How many words are appended. */
    static final List<Integer> APPENDED = List.of(0, 10, 30, 100, 300, 1000);

    /**
     * Asks a classifier. Each review gets words of its own, the same for every classifier that is asked about as many
     * reviews with the same words and seed; more words begin with the fewer ones.
     *
     * @param reviews as ids, truncated already
     * @param truth the class of each
     * @throws ArithmeticException if states grow beyond all numbers before a word is appended
     */
    public static Memory of(
            Predictor predictor, int[][] reviews, int[] truth, int classes, NeutralWords words, long seed) {
        return new MemoryProbe(reviews, truth, classes, words, seed).ask(predictor);
    }
}
