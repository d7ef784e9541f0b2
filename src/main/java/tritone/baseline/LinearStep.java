package tritone.baseline;

/**
 * How far a training is.
 *
 * @param output which of the model's outputs is being learnt
 * @param iteration of the search for its weights; 0 is where it starts
 * @param gradient norm of the gradient as a share of the one at the start; the search ends when it is small
 */
public record LinearStep(int output, int iteration, double gradient) {}
