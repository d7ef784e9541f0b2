package tritone.comparison;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import tritone.training.Setting;
import tritone.training.TrainingData;
import tritone.training.TrainingPlan;

/** What plans learn from, each read once: runs of one contender share it, and contenders that read alike. */
public final class DataShelf {
    private final Opening opening;
    private final Map<Map<Setting, String>, TrainingData> known = new HashMap<>();

    public DataShelf(Opening opening) {
        this.opening = opening;
    }

    /** Reads what a plan learns from. */
    @FunctionalInterface
    public interface Opening {
        TrainingData of(TrainingPlan plan) throws IOException;
    }

    TrainingData of(TrainingPlan plan) throws IOException {
        Map<Setting, String> reading = reading(plan);
        TrainingData data = known.get(reading);
        if (data == null) {
            data = opening.of(plan);
            known.put(reading, data);
        }
        return data;
    }

    /** The settings that decide what is read. */
    private static Map<Setting, String> reading(TrainingPlan plan) {
        Map<Setting, String> reading = new EnumMap<>(Setting.class);
        plan.settings().values().forEach((setting, value) -> {
            if (decidesReading(setting)) {
                reading.put(setting, value);
            }
        });
        boolean startsOnItself = !reading.getOrDefault(Setting.FROM, "none").equals("none");
        if (startsOnItself) { // its weights are checked against the whole network
            reading.putAll(plan.settings().values());
        }
        return reading;
    }

    private static boolean decidesReading(Setting setting) {
        return switch (setting.topic()) {
            case CORPUS -> setting != Setting.PRESET && setting != Setting.CELL;
            case TEXT, VALIDATION, TEACHERS -> true;
            case BEGINNING -> setting == Setting.VECTORS || setting == Setting.FROM;
            case NETWORK -> setting == Setting.EMBEDDING;
            case REGULARISATION, OPTIMISER, RATE, LOOP, LINEAR -> false;
        };
    }
}
