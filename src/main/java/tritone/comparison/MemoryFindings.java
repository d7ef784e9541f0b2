package tritone.comparison;

import java.util.List;

/**
 * What is left of a review once neutral words follow it.
 *
 * @param reviews that words were appended to
 * @param words how many
 * @param accuracy with so many, the mean over the runs
 */
public record MemoryFindings(int reviews, List<Integer> words, List<Double> accuracy) {}
