package tritone.training;

import tritone.encoding.EncodedCorpus;

/**
 * Reviews with teachers' answers in place of labels.
 *
 * @param reviews which ones of the corpus
 * @param probabilities of every review of the corpus, {@code [review][classes]}
 */
public record TaughtReviews(EncodedCorpus corpus, int[] reviews, float[] probabilities) {}
