package tritone.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import tritone.training.Setting;
import tritone.training.Settings;

/**
 * Options for some settings of a plan, with usual values of their own.
 *
 * @param heading above them in the help
 * @param values in the order of the help
 */
record UsualSettings(String heading, Map<Setting, String> values) {
    UsualSettings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    CommandSpec addTo(CommandSpec spec) {
        ArgGroupSpec.Builder group =
                ArgGroupSpec.builder().heading(heading).exclusive(false).validate(false);
        values.forEach((setting, value) -> group.addArg(PlanOptions.option(setting, value)));
        return spec.addArgGroup(group.build());
    }

    /** What was typed, and else what is usual. */
    Settings with(Map<Setting, String> typed) {
        Map<Setting, String> all = new LinkedHashMap<>(values);
        all.putAll(typed);
        return Settings.of(all);
    }
}
