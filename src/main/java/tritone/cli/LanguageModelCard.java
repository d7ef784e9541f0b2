package tritone.cli;

import java.nio.file.Path;
import java.util.Locale;
import tritone.pretraining.LanguageModelPlan;
import tritone.pretraining.PassRecord;
import tritone.pretraining.PretrainingText;

/** What stands in the {@code README.md} beside a language model: how it was made. */
final class LanguageModelCard {
    private LanguageModelCard() {}

    static String render(LanguageModelReport report, LanguageModelPlan plan, String command, PretrainingText text) {
        StringBuilder card = new StringBuilder(facts(report, plan, text));
        card.append(PretrainingCard.maker());
        card.append("\n| pass | loss | perplexity, held out | seconds |\n|---|---|---|---|\n");
        report.passes().forEach(pass -> card.append(row(pass)));
        return card.append(PretrainingCard.origin(command, text)).toString();
    }

    private static String facts(LanguageModelReport report, LanguageModelPlan plan, PretrainingText text) {
        return String.format(
                Locale.ROOT,
                """
                # %s

                A language model for classifiers to begin with: `tritone train --from`. A %s of %,d units, %s, has learnt to
                guess the next of %,d words, each read and guessed by the same vector.

                | | |
                |---|---|
                | chain | `%s` |
                | reviews | %,d |
                | tokens, all passes | %,d |
                | pieces of up to | %,d tokens |
                | candidates | %,d |
                | batch, rate, seed | %d, %s, %d |
                | time | %.0f s, %,.0f tokens/s |
                """,
                PretrainingCard.inCell(Path.of(report.model()).getFileName().toString()),
                report.cell(),
                report.units(),
                report.direction(),
                report.words(),
                text.vocabulary().chain().summary(),
                report.reviews(),
                report.tokens(),
                plan.piece(),
                plan.candidates(),
                plan.batch(),
                plan.network().rate().highest(),
                plan.network().loop().seed(),
                report.seconds(),
                report.tokensPerSecond());
    }

    private static String row(PassRecord pass) {
        String perplexity = pass.perplexity().isPresent()
                ? String.format(Locale.ROOT, "%.2f", pass.perplexity().getAsDouble())
                : "";
        return String.format(
                Locale.ROOT, "| %d | %.4f | %s | %.0f |\n", pass.pass(), pass.loss(), perplexity, pass.seconds());
    }
}
