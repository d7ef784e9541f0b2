package tritone.text;

import java.util.ArrayList;
import java.util.List;

/**
 * One step of a chain. What a step does to a text never changes once it is released, since models name it: a better way
 * becomes a new step.
 */
public sealed interface Step permits CharacterStep, TokenizerStep, FilterStep {
    /** What the step does, in one line. */
    String description();

    /** Every step there is, in the order in which they may stand. */
    static List<Step> all() {
        List<Step> steps = new ArrayList<>(List.of(CharacterStep.values()));
        steps.addAll(List.of(TokenizerStep.values()));
        steps.addAll(List.of(FilterStep.values()));
        return steps;
    }
}
