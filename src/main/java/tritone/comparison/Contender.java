package tritone.comparison;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tritone.network.CellKind;
import tritone.training.Fold;
import tritone.training.Setting;
import tritone.training.Settings;
import tritone.training.TrainingPlan;

/**
 * One of the classifiers that are compared: a cell, and how it is trained.
 *
 * @param name tells it apart from the others
 * @param variation 0 for the first contender of a cell, 1 for the next, ...
 * @param settings what was chosen for it; the rest is its preset's
 */
public record Contender(String name, CellKind cell, int variation, Map<Setting, String> settings) {
    public Contender {
        settings = Collections.unmodifiableMap(new EnumMap<>(settings));
    }

    /** The plan that one run of it follows; a seed where the cell has one, and a fold where reviews are cut into some. */
    TrainingPlan plan(OptionalLong seed, Optional<Fold> fold) {
        Map<Setting, String> chosen = new EnumMap<>(settings);
        seed.ifPresent(number -> chosen.put(Setting.SEED, Long.toString(number)));
        fold.ifPresent(one -> chosen.put(Setting.VALIDATION, one.toString()));
        return TrainingPlan.of(Settings.of(chosen));
    }

    /** A plan for what all runs of it have in common. */
    public TrainingPlan plan() {
        return plan(OptionalLong.empty(), Optional.empty());
    }

    /** Whether a seed changes anything about it. */
    boolean isDrawn() {
        return Setting.SEED.appliesTo(cell);
    }

    /** The same with other settings for some. */
    Contender with(Map<Setting, String> others) {
        Map<Setting, String> changed = new EnumMap<>(settings);
        changed.putAll(others);
        return new Contender(name, cell, variation, changed);
    }
}
