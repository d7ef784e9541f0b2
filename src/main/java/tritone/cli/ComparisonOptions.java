package tritone.cli;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import tritone.network.CellKind;
import tritone.training.Setting;

/**
 * An option for every setting of a plan that contenders may have in common, and a hidden one for each that one cell may have to
 * itself, as in {@code --lstm.units}. Cells and seeds have options of their own.
 */
final class ComparisonOptions implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec spec) {
        PlanOptions.add(spec, ComparisonOptions::isCommon);
        for (CellKind cell : CellKind.values()) {
            for (Setting setting : Setting.values()) {
                if (isOwn(setting) && setting.appliesTo(cell)) {
                    spec.addOption(OptionSpec.builder(name(cell, setting))
                            .type(String.class)
                            .hidden(true)
                            .paramLabel(setting.placeholder())
                            .description(setting.description())
                            .build());
                }
            }
        }
        return spec;
    }

    private static boolean isCommon(Setting setting) {
        return PlanOptions.isOption(setting) && setting != Setting.CELL && setting != Setting.SEED;
    }

    /** Reviews that are held back are the same for all. */
    private static boolean isOwn(Setting setting) {
        return isCommon(setting)
                && switch (setting) {
                    case VALIDATION, CUT_BY, GROUPS, CUT_SEED -> false;
                    default -> true;
                };
    }

    private static String name(CellKind cell, Setting setting) {
        return "--" + cell + "." + setting;
    }

    /** What was typed for one cell alone. */
    static Map<CellKind, Map<Setting, String>> own(ParseResult parsed) {
        Map<CellKind, Map<Setting, String>> own = new EnumMap<>(CellKind.class);
        for (CellKind cell : CellKind.values()) {
            Map<Setting, String> typed = new EnumMap<>(Setting.class);
            Arrays.stream(Setting.values())
                    .filter(setting -> isOwn(setting) && parsed.hasMatchedOption(name(cell, setting)))
                    .forEach(setting -> typed.put(setting, parsed.matchedOptionValue(name(cell, setting), "")));
            if (!typed.isEmpty()) {
                own.put(cell, typed);
            }
        }
        return own;
    }
}
