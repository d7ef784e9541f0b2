package tritone.comparison;

import tritone.encoding.EncodingCache;
import tritone.training.ReadingWatcher;

/**
 * What a comparison works with, and none of its results depends on.
 *
 * @param command as it was typed, for the models' papers
 */
public record Surroundings(DataShelf data, EncodingCache cache, int threads, ReadingWatcher reading, String command) {}
