package tritone.text;

import java.util.Optional;

/**
 * One step of a chain. What a step does to a text never changes once it is released, since models name it: a better way
 * becomes a new step. Its {@code toString} is its text form.
 */
public sealed interface Step permits CharacterStep, TokenizerStep, FilterStep {
    /** What the step does, in one line. */
    String description();

    /** The language that the step is made for, if it is made for one. */
    default Optional<Language> madeFor() {
        return Optional.empty();
    }

    /** The text form for people: words that a step carries are only counted. */
    default String summary() {
        return toString();
    }
}
