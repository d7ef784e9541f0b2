package tritone.training;

import java.util.List;
import java.util.Optional;
import tritone.corpus.Corpus;

/**
 * Whom a network learns from besides labels, as its plan names them.
 *
 * @param unlabelled reviews that teachers answer for
 * @param teachers in the order of the plan
 */
public record TeachingSources(Optional<Corpus> unlabelled, List<Teacher> teachers) {
    static final TeachingSources NONE = new TeachingSources(Optional.empty(), List.of());

    public TeachingSources {
        teachers = List.copyOf(teachers);
    }
}
