package tritone.evaluation;

import java.util.OptionalDouble;

/**
 * What the probabilities are worth beyond the class they predict.
 *
 * @param rocArea how often a review of a class has a higher probability of it than a review of none, ties counted half: of
 *     two classes that of class 1; of more the mean over all classes that some reviews have and some have not. Empty if
 *     all reviews are of one class
 * @param logLoss mean of -ln p, p the probability of the true class; one below 2^-52 is taken for 2^-52
 * @param brier of two classes the mean of (p - y)^2, p the probability of class 1, y 1 for a review of class 1 and else 0;
 *     of more the mean over the reviews of the sum of that over all classes, which reaches from 0 to 2
 * @param calibrationError expected calibration error (Guo et al., 2017, equation 3): the mean over the reviews of the
 *     distance between mean confidence and accuracy in their {@link CalibrationBin}
 */
public record ProbabilityFigures(OptionalDouble rocArea, double logLoss, double brier, double calibrationError) {}
