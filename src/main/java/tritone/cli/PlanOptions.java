package tritone.cli;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import tritone.network.CellKind;
import tritone.training.Setting;
import tritone.training.Settings;
import tritone.training.Topic;

/** An option for every setting of a plan that is not about how to read a corpus, grouped by topic. */
final class PlanOptions implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec spec) {
        return add(spec, PlanOptions::isOption);
    }

    /** Adds an option for each of these settings. */
    static CommandSpec add(CommandSpec spec, Predicate<Setting> wanted) {
        for (Topic topic : Topic.values()) {
            ArgGroupSpec.Builder group = ArgGroupSpec.builder()
                    .heading("%n" + topic.title() + ":%n")
                    .exclusive(false)
                    .validate(false)
                    .order(topic.ordinal());
            Arrays.stream(Setting.values())
                    .filter(setting -> setting.topic() == topic && wanted.test(setting))
                    .forEach(setting -> group.addArg(option(setting)));
            if (!group.args().isEmpty()) {
                spec.addArgGroup(group.build());
            }
        }
        return spec;
    }

    /** How a corpus is read has options of its own, the same for every command. */
    static boolean isOption(Setting setting) {
        return setting.topic() != Topic.CORPUS || setting == Setting.CELL || setting == Setting.PRESET;
    }

    private static String name(Setting setting) {
        return "--" + setting;
    }

    private static OptionSpec option(Setting setting) {
        return option(setting, usual(setting));
    }

    /** The option for a setting; no word is lost on a usual value that is empty. */
    static OptionSpec option(Setting setting, String usual) {
        return OptionSpec.builder(name(setting))
                .type(String.class)
                .paramLabel(setting.placeholder())
                .description(setting.description() + (usual.isEmpty() ? "" : " (usual: " + usual + ")"))
                .order(setting.ordinal())
                .build();
    }

    /** What the first cell that knows this setting has by the lecture's recipe. */
    private static String usual(Setting setting) {
        return Stream.of(CellKind.GRU, CellKind.LSTM, CellKind.LINEAR)
                .filter(setting::appliesTo)
                .findFirst()
                .flatMap(cell ->
                        Settings.of(Map.of(Setting.CELL, cell.toString())).text(setting))
                .orElse("");
    }

    /** The settings that were typed. */
    static Map<Setting, String> typed(ParseResult parsed) {
        return typed(parsed, EnumSet.allOf(Setting.class));
    }

    /** Those of these that were typed: other options may be called as a setting is. */
    static Map<Setting, String> typed(ParseResult parsed, Set<Setting> settings) {
        Map<Setting, String> typed = new EnumMap<>(Setting.class);
        for (Setting setting : settings) {
            if (isOption(setting) && parsed.hasMatchedOption(name(setting))) {
                typed.put(setting, parsed.matchedOptionValue(name(setting), ""));
            }
        }
        return typed;
    }
}
