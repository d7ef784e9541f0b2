package tritone.model;

/**
 * Where reviews came from.
 *
 * @param name as it was typed
 * @param sha256 over the bytes and how they were read
 */
public record CorpusSource(String name, String use, String sha256) {}
