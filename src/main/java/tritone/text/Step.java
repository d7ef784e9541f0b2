package tritone.text;

/**
 * One step of a chain. What a step does to a text never changes once it is released, since models name it: a better way
 * becomes a new step. Its {@code toString} is its text form.
 */
public sealed interface Step permits CharacterStep, TokenizerStep, FilterStep {
    /** What the step does, in one line. */
    String description();

    /** The text form for people: words that a step carries are only counted. */
    default String summary() {
        return toString();
    }
}
