package tritone.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tritone.training.Setting;
import tritone.training.Settings;

/** Options for those settings of a plan that also say how a language model is learnt, with usual values of their own. */
final class LanguageModelSettings implements IModelTransformer {
    private static final Map<Setting, String> USUAL = usual();

    private static Map<Setting, String> usual() {
        Map<Setting, String> usual = new LinkedHashMap<>(); // in the order of the help
        usual.put(Setting.CELL, "gru");
        usual.put(Setting.VARIANT, "usual");
        usual.put(Setting.EMBEDDING, "128");
        usual.put(Setting.UNITS, "256");
        usual.put(Setting.DIRECTION, "forward");
        usual.put(Setting.INIT, "xavier");
        usual.put(Setting.RECURRENT_INIT, "orthogonal");
        usual.put(Setting.CLIP_NORM, "1");
        usual.put(Setting.RATE, "0.002");
        usual.put(Setting.SCHEDULE, "one-cycle");
        usual.put(Setting.BATCH, "32");
        usual.put(Setting.EPOCHS, "3");
        usual.put(Setting.SEED, "1");
        return usual;
    }

    @Override
    public CommandSpec transform(CommandSpec spec) {
        ArgGroupSpec.Builder group = ArgGroupSpec.builder()
                .heading("%nThe cell, and how it learns; a batch is of pieces, an epoch a pass over the text:%n")
                .exclusive(false)
                .validate(false);
        USUAL.forEach((setting, value) -> group.addArg(PlanOptions.option(setting, value)));
        return new PretrainingSettings().transform(spec.addArgGroup(group.build()));
    }

    /** What was typed, and else what is usual here. */
    static Settings of(ParseResult parsed) {
        Map<Setting, String> values = new LinkedHashMap<>(USUAL);
        values.putAll(PlanOptions.typed(parsed));
        return Settings.of(values);
    }
}
