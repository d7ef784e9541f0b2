package tritone.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tritone.training.Setting;
import tritone.training.Settings;

/** Options for those settings of a plan that also say what is pre-trained on, with usual values of their own. */
final class PretrainingSettings implements IModelTransformer {
    private static final UsualSettings USUAL =
            new UsualSettings("%nWords, and reviews that are held back as 'tritone train' does:%n", usual());

    private static Map<Setting, String> usual() {
        Map<Setting, String> usual = new LinkedHashMap<>(); // in the order of the help
        usual.put(Setting.CHAIN, "html,simple,contractions,emoticons,lowercase");
        usual.put(Setting.VOCAB, "count");
        usual.put(Setting.VOCAB_SIZE, "30000");
        usual.put(Setting.MIN_COUNT, "5");
        usual.put(Setting.VALIDATION, "auto");
        usual.put(Setting.CUT_BY, "auto");
        usual.put(Setting.GROUPS, "none");
        usual.put(Setting.CUT_SEED, "7");
        return usual;
    }

    @Override
    public CommandSpec transform(CommandSpec spec) {
        return USUAL.addTo(spec);
    }

    /** What was typed, and else what is usual here. */
    static Settings of(ParseResult parsed) throws IOException {
        Map<Setting, String> typed = PlanOptions.typed(parsed, USUAL.values().keySet());
        ChainOption.complete(typed);
        return USUAL.with(typed);
    }
}
