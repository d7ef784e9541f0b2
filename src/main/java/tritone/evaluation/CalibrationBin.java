package tritone.evaluation;

/**
 * The reviews whose confidence, the probability of their predicted class, is above {@code lower} and at most {@code upper};
 * the lowest bin takes a confidence of 0 too.
 *
 * @param count reviews in here
 * @param meanConfidence 0 if there are none
 * @param accuracy share of the reviews in here that were predicted rightly; 0 if there are none
 */
public record CalibrationBin(double lower, double upper, int count, double meanConfidence, double accuracy) {}
