package tritone.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tritone.corpus.Labels;
import tritone.model.CorpusSource;
import tritone.vectors.WordVectors;
import tritone.vocabulary.Vocabulary;

/**
 * Reviews as ids, ready to be learnt from.
 *
 * @param validation absent where nothing is validated on
 * @param taught reviews that teachers answered for
 * @param start weights that a network begins with, by name; the others are drawn
 * @param vectors that words begin with, if there are any; those of other words are drawn
 * @param sources where they came from
 */
public record TrainingData(
        Vocabulary vocabulary,
        Labels labels,
        ReviewSet training,
        Optional<ReviewSet> validation,
        Optional<TaughtReviews> taught,
        Map<String, float[]> start,
        Optional<WordVectors> vectors,
        List<CorpusSource> sources) {
    public int classes() {
        return labels.names().size();
    }
}
