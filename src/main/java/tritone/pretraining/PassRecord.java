package tritone.pretraining;

import java.util.OptionalDouble;

/**
 * What one pass over the text came to.
 *
 * @param pass the first one 1
 * @param loss the mean over its batches of a guess among candidates
 * @param perplexity on text that was held out; absent where none was
 * @param seconds of learning since the first pass began
 */
public record PassRecord(int pass, double loss, OptionalDouble perplexity, double seconds) {}
