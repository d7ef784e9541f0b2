package tritone.training;

import java.util.List;
import java.util.Optional;
import tritone.corpus.Corpus;
import tritone.corpus.Labels;
import tritone.model.LanguageModel;
import tritone.vectors.VectorFile;
import tritone.vocabulary.Vocabulary;

/**
 * What the names in a plan stand for.
 *
 * @param validation a corpus of its own to validate on
 * @param vocabulary one to use instead of counting
 * @param labels the classes, if they were named
 * @param vectors of words, to begin with
 * @param from a language model to begin with
 * @param unlabelled reviews that teachers answer for
 * @param teachers in the order of the plan
 */
public record TrainingSources(
        Corpus corpus,
        Optional<Corpus> validation,
        Optional<Vocabulary> vocabulary,
        Optional<Labels> labels,
        Optional<VectorFile> vectors,
        Optional<LanguageModel> from,
        Optional<Corpus> unlabelled,
        List<Teacher> teachers) {}
