package tritone.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a contender brings to the statistics.
 *
 * @param trials by seed; none if no run came to an end
 */
public record Entrant(
        ContenderFindings.Identity identity,
        ContenderFindings.Size size,
        List<Trial> trials,
        List<RunFindings> runs,
        Map<String, String> exploded,
        ContenderFindings.Why why,
        ContenderFindings.Times times) {
    /** A model that was trained elsewhere. */
    public static Entrant of(
            ContenderFindings.Identity identity, ContenderFindings.Size size, Trial trial, RunFindings run) {
        return new Entrant(
                identity,
                size,
                List.of(trial),
                List.of(run),
                Map.of(),
                ContenderFindings.Why.NOTHING,
                ContenderFindings.Times.NONE);
    }

    /** The trial that stands beside that of this other one: with the same seed, or without any. */
    Optional<Trial> beside(Trial other) {
        return trials.stream()
                .filter(trial -> trial.seed().isEmpty()
                        || other.seed().isEmpty()
                        || trial.seed().equals(other.seed()))
                .findFirst();
    }
}
