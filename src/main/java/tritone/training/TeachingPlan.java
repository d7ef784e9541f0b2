package tritone.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whom a network learns from besides labels.
 *
 * @param teachers what the user calls the models whose mean answers are learnt
 * @param unlabelled what the user calls the reviews that they answer for
 */
public record TeachingPlan(List<String> teachers, Optional<String> unlabelled) {
    public TeachingPlan {
        teachers = List.copyOf(teachers);
    }

    static TeachingPlan of(Settings settings) {
        List<String> teachers = settings.unlessNone(Setting.TEACHERS)
                .map(names ->
                        Arrays.stream(names.split(",", -1)).map(String::strip).toList())
                .orElse(List.of());
        if (teachers.contains("")) {
            throw settings.wrong(Setting.TEACHERS, "names with commas between them");
        }
        Optional<String> unlabelled = settings.unlessNone(Setting.UNLABELLED);
        if (teachers.isEmpty() == unlabelled.isPresent()) {
            throw new IllegalArgumentException(Setting.TEACHERS + " need " + Setting.UNLABELLED
                    + " reviews to answer for, and these need teachers");
        }
        return new TeachingPlan(teachers, unlabelled);
    }
}
