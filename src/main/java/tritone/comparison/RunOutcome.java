package tritone.comparison;

import java.nio.file.Path;
import java.util.Optional;
import tritone.model.Model;
import tritone.training.ReviewSet;

/**
 * What became of a run.
 *
 * @param done absent if its loss exploded
 * @param exploded what was said of that
 */
public record RunOutcome(Run run, Optional<Done> done, Optional<String> exploded) {
    /**
     * A run to the end.
     *
     * @param test the reviews that {@code answers} is about
     */
    public record Done(Path folder, Model model, RunRecord record, RunAnswers answers, ReviewSet test) {}
}
