package tritone.training;

import java.util.Optional;
import tritone.model.LanguageModel;
import tritone.vectors.VectorFile;

/**
 * What a network begins with that was learnt before, as its plan names it.
 *
 * @param vectors of words
 * @param from a language model
 */
public record StartSources(Optional<VectorFile> vectors, Optional<LanguageModel> from) {
    static final StartSources NONE = new StartSources(Optional.empty(), Optional.empty());
}
