package tritone.training;

import java.util.Optional;
import tritone.corpus.Corpus;
import tritone.corpus.Labels;
import tritone.vocabulary.Vocabulary;

/**
 * What the names in a plan stand for.
 *
 * @param validation a corpus of its own to validate on
 * @param vocabulary one to use instead of counting
 * @param labels the classes, if they were named
 */
public record TrainingSources(
        Corpus corpus,
        Optional<Corpus> validation,
        Optional<Vocabulary> vocabulary,
        Optional<Labels> labels,
        StartSources start,
        TeachingSources teaching) {
    /** Nothing but a corpus to learn from. */
    static TrainingSources of(Corpus corpus) {
        return new TrainingSources(
                corpus, Optional.empty(), Optional.empty(), Optional.empty(), StartSources.NONE, TeachingSources.NONE);
    }

    TrainingSources with(Vocabulary known) {
        return new TrainingSources(corpus, validation, Optional.of(known), labels, start, teaching);
    }

    TrainingSources with(StartSources learnt) {
        return new TrainingSources(corpus, validation, vocabulary, labels, learnt, teaching);
    }
}
