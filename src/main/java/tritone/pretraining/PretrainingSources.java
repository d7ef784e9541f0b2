package tritone.pretraining;

import java.util.List;
import java.util.Optional;
import tritone.corpus.Corpus;
import tritone.vocabulary.Vocabulary;

/**
 * What the names that were typed stand for.
 *
 * @param corpora the first is the one that classifiers will learn from
 * @param validation a corpus of its own to validate on
 * @param vocabulary one to use instead of counting
 */
public record PretrainingSources(List<Corpus> corpora, Optional<Corpus> validation, Optional<Vocabulary> vocabulary) {
    public PretrainingSources {
        corpora = List.copyOf(corpora);
        if (corpora.isEmpty()) {
            throw new IllegalArgumentException("corpora must be at least one but there was none");
        }
    }
}
