package tritone.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tritone.network.CellKind;
import tritone.pretraining.LanguageModelPlan;
import tritone.pretraining.LanguageModelRun;
import tritone.pretraining.PassRecord;
import tritone.pretraining.PretrainingText;

/**
 * What {@code pretrain language-model} made.
 *
 * @param words with a vector, the unknown one among them
 * @param perplexity after the last pass
 * @param tokens that were read, in all passes
 * @param seconds of learning, without the reading of the corpora
 */
record LanguageModelReport(
        String model,
        String cell,
        int units,
        String direction,
        int words,
        long reviews,
        List<PassRecord> passes,
        OptionalDouble perplexity,
        long tokens,
        double seconds,
        double tokensPerSecond) {
    static LanguageModelReport of(Path output, LanguageModelPlan plan, LanguageModelRun run, PretrainingText text) {
        var cell = plan.network().shape().cell();
        return new LanguageModelReport(
                output.toString(),
                CellKind.of(cell.variant()).toString(),
                cell.units(),
                cell.direction().toString(),
                text.vocabulary().size() - 1,
                text.reviews(),
                run.passes(),
                run.passes().get(run.passes().size() - 1).perplexity(),
                run.tokens(),
                run.seconds(),
                run.tokens() / run.seconds());
    }

    String render() {
        String guessed = perplexity.isPresent()
                ? String.format(Locale.ROOT, "perplexity %.2f on reviews held out, ", perplexity.getAsDouble())
                : "";
        return String.format(
                Locale.ROOT,
                "%s: %s of %,d units, %s, %,d words, %slearnt from %,d tokens of %,d reviews in %.0f s, %,.0f tokens/s%n",
                model,
                cell,
                units,
                direction,
                words,
                guessed,
                tokens,
                reviews,
                seconds,
                tokensPerSecond);
    }
}
