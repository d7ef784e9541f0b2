package tritone.cli;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tritone.model.Model;
import tritone.training.Setting;
import tritone.training.Settings;
import tritone.training.TrainingPlan;

/** The plan that a model was trained by. */
final class ModelPlan {
    private ModelPlan() {}

    /** With another corpus, if one is given; {@code name} is what the user calls the model. */
    static TrainingPlan of(String name, Model model, Optional<String> corpus) {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String value = model.training().plan().get(setting.toString());
            if (value != null) {
                settings.put(setting, value);
            }
        }
        Settings.completeOlder(settings);
        corpus.ifPresent(typed -> settings.put(Setting.CORPUS, typed));
        try {
            return TrainingPlan.of(Settings.of(settings));
        } catch (IllegalArgumentException | ArithmeticException e) {
            String reason = Escaped.text(e.getMessage()).replace('\n', '?');
            throw new UnusableModelException(name + ": its plan cannot be followed: " + reason);
        }
    }
}
