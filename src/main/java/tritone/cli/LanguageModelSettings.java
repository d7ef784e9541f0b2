package tritone.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tritone.network.CellKind;
import tritone.training.Setting;
import tritone.training.Settings;

/** Options for those settings of a plan that also say how a language model is learnt, with usual values of their own. */
final class LanguageModelSettings implements IModelTransformer {
    private static final UsualSettings USUAL = new UsualSettings(
            "%nThe cell, and how it learns; a batch is of pieces, an epoch a pass over the text:%n", usual());

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
        return new PretrainingSettings().transform(USUAL.addTo(spec));
    }

    /** Else what is usual here would be found to mean nothing, though no one typed it. */
    private static void checkCell(String cell) {
        List<String> cells = Arrays.stream(CellKind.values())
                .filter(Setting.UNITS::appliesTo)
                .map(CellKind::toString)
                .toList();
        if (!cells.contains(cell.strip())) {
            throw new IllegalArgumentException(
                    Setting.CELL + " must be one of " + String.join(", ", cells) + " but was " + cell);
        }
    }

    /** What was typed, and else what is usual here. */
    static Settings of(ParseResult parsed) {
        Map<Setting, String> typed = PlanOptions.typed(parsed);
        checkCell(typed.getOrDefault(Setting.CELL, USUAL.values().get(Setting.CELL)));
        return USUAL.with(typed);
    }
}
