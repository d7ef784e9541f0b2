package tritone.pretraining;

/**
 * What makes a guess of a state: a projection to as many numbers as a word has, whose product with the word's vector, plus
 * the word's bias, is its logit. The vectors are those that words are read by (Press and Wolf, 2017).
 *
 * @param projection {@code [units][width]}
 * @param vectors {@code [vocabulary][width]}
 * @param bias {@code [vocabulary]}
 */
record Head(Parameter projection, Parameter vectors, Parameter bias) {}
