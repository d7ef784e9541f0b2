package tritone.pretraining;

import java.util.List;
import tritone.model.LanguageModel;

/**
 * A language model, and how its learning went.
 *
 * @param tokens that were read, in all passes
 * @param seconds of learning
 */
public record LanguageModelRun(LanguageModel model, List<PassRecord> passes, long tokens, double seconds) {
    public LanguageModelRun {
        passes = List.copyOf(passes);
    }
}
