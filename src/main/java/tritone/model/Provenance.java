package tritone.model;

import java.util.List;

/**
 * What a model was made with.
 *
 * @param created the day, as in 2026-01-31
 * @param command as it was typed
 */
public record Provenance(
        Software software,
        Machine machine,
        List<CorpusSource> corpora,
        String created,
        double seconds,
        int threads,
        String command) {
    public Provenance {
        corpora = List.copyOf(corpora);
    }
}
