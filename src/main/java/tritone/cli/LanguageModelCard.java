package tritone.cli;

import java.nio.file.Path;
import java.util.Locale;
import tritone.model.CorpusSource;
import tritone.model.Machine;
import tritone.model.Software;
import tritone.pretraining.LanguageModelPlan;
import tritone.pretraining.PassRecord;
import tritone.pretraining.PretrainingText;

/** What stands in the {@code README.md} beside a language model: how it was made. */
final class LanguageModelCard {
    private LanguageModelCard() {}

    static String render(LanguageModelReport report, LanguageModelPlan plan, String command, PretrainingText text) {
        Machine machine = Machine.here();
        StringBuilder card = new StringBuilder();
        card.append(String.format(
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
                | made with | Tritone %s, %s, %s |

                | pass | loss | perplexity, held out | seconds |
                |---|---|---|---|
                """,
                VectorsCard.inCell(Path.of(report.model()).getFileName().toString()),
                report.cell(),
                report.units(),
                report.direction(),
                report.words(),
                text.vocabulary().chain(),
                report.reviews(),
                report.tokens(),
                plan.piece(),
                plan.candidates(),
                plan.network().loop().batch(),
                plan.network().rate().highest(),
                plan.network().loop().seed(),
                report.seconds(),
                report.tokensPerSecond(),
                Software.here().tritone(),
                machine.java(),
                VectorsCard.inCell(machine.cpu())));
        report.passes().forEach(pass -> card.append(row(pass)));
        card.append("\n```sh\n").append(command.replaceAll("\\p{Cc}", " ")).append("\n```\n\n");
        card.append("| read | for | SHA-256 |\n|---|---|---|\n");
        for (CorpusSource source : text.sources()) {
            card.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | `%s` |\n",
                    VectorsCard.inCell(source.name()),
                    source.use(),
                    source.sha256()));
        }
        return card.toString();
    }

    private static String row(PassRecord pass) {
        String perplexity = pass.perplexity().isPresent()
                ? String.format(Locale.ROOT, "%.2f", pass.perplexity().getAsDouble())
                : "";
        return String.format(
                Locale.ROOT, "| %d | %.4f | %s | %.0f |\n", pass.pass(), pass.loss(), perplexity, pass.seconds());
    }
}
