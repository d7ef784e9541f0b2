/**
 * The order-blind yardstick: words and phrases in a logistic regression, each feature scaled by the ratio of its counts
 * in the classes (Wang and Manning, Baselines and Bigrams, 2012). Reviews as ids and their classes go in, a
 * {@code LinearModel} in plain arrays comes out, the same bits on any number of threads. Nothing here knows of texts, of
 * files or of how well a model does.
 */
package tritone.baseline;
