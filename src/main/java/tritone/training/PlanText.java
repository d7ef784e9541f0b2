package tritone.training;

import java.util.LinkedHashMap;
import java.util.Map;

/** Settings by their names, as plans and models carry them. */
final class PlanText {
    private PlanText() {}

    static Map<String, String> of(Settings settings) {
        Map<String, String> text = new LinkedHashMap<>();
        settings.values().forEach((setting, value) -> text.put(setting.toString(), value));
        return text;
    }
}
