package tritone.comparison;

import java.util.List;
import tritone.model.CorpusSource;
import tritone.model.Machine;
import tritone.model.Software;

/**
 * What a comparison was made with.
 *
 * @param command as it was typed
 * @param corpora that were read, each once
 */
public record Origin(String command, Software software, List<CorpusSource> corpora, Times times) {
    /**
     * When and where.
     *
     * @param created the day
     * @param trainingSeconds of all runs together
     */
    public record Times(String created, Machine machine, double trainingSeconds) {}
}
