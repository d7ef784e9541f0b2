/**
 * Figures from labels and probabilities. The class of each review and the probabilities that something gave it go in as
 * plain arrays, one {@link tritone.evaluation.Evaluation} comes out; beside it accuracy on {@link tritone.evaluation.Slices},
 * the {@link tritone.evaluation.Temperature} at which something is as sure as it is right, and the curves
 * {@link tritone.evaluation.RocCurve} and {@link tritone.evaluation.PrecisionRecall}. Whether classifiers differ by more
 * than chance is for {@link tritone.evaluation.McNemar} to say on reviews and for {@link tritone.evaluation.PairedT} on
 * seeds and folds; {@link tritone.evaluation.Holm} and {@link tritone.evaluation.Combined} for several such tests; and by
 * how much, for {@link tritone.evaluation.Bootstrap}. Sums run in double and in the order of the reviews, so that equal
 * arrays give equal figures. Nothing here knows what made the probabilities, or who reads the figures.
 */
package tritone.evaluation;
