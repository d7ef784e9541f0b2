package tritone.cli;

import java.nio.file.Path;
import java.util.Locale;
import tritone.model.CorpusSource;
import tritone.model.Machine;
import tritone.model.Software;
import tritone.pretraining.PretrainingText;

/** What stands in the {@code README.md} beside word vectors: how they were made. */
final class VectorsCard {
    private VectorsCard() {}

    static String render(VectorsReport report, String command, PretrainingText text) {
        Machine machine = Machine.here();
        StringBuilder card = new StringBuilder();
        card.append(String.format(
                Locale.ROOT,
                """
                # %s

                A vocabulary with a vector of %,d numbers for each of its %,d words, as %s, learnt by skip-gram with
                negative sampling. `vocab.txt` holds the words in the order of their ids, from id 2 on; row `id` of
                `vectors.safetensors` is the vector of that id, zeros where nothing is known of it.

                | | |
                |---|---|
                | chain | `%s` |
                | reviews | %,d |
                | tokens, all rounds | %,d |
                | rounds | %d |
                | window, negatives | %d, %d |
                | rate, sample, seed | %s, %s, %d |
                | time | %.1f s, %,.0f tokens/s |
                | made with | Tritone %s, %s, %s |

                ```sh
                %s
                ```

                | read | for | SHA-256 |
                |---|---|---|
                """,
                inCell(Path.of(report.vocabulary()).getFileName().toString()),
                report.plan().numbers(),
                report.words(),
                report.precision(),
                text.vocabulary().chain(),
                report.reviews(),
                report.tokens(),
                report.plan().rounds(),
                report.plan().window(),
                report.plan().negatives(),
                report.plan().rate(),
                report.plan().sample(),
                report.plan().seed(),
                report.seconds(),
                report.tokensPerSecond(),
                Software.here().tritone(),
                machine.java(),
                inCell(machine.cpu()),
                command.replaceAll("\\p{Cc}", " ")));
        for (CorpusSource source : text.sources()) {
            card.append(String.format(
                    Locale.ROOT, "| %s | %s | `%s` |\n", inCell(source.name()), source.use(), source.sha256()));
        }
        return card.toString();
    }

    /** Names come from elsewhere: whatever is in them, the table stays one. */
    static String inCell(String text) {
        return text.replaceAll("\\p{Cc}", " ").replace("|", "\\|");
    }
}
