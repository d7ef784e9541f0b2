package tritone.cli;

import java.nio.file.Path;
import java.util.Locale;
import tritone.pretraining.PretrainingText;

/** What stands in the {@code README.md} beside word vectors: how they were made. */
final class VectorsCard {
    private VectorsCard() {}

    static String render(VectorsReport report, String command, PretrainingText text) {
        return facts(report, text) + PretrainingCard.maker() + PretrainingCard.origin(command, text);
    }

    private static String facts(VectorsReport report, PretrainingText text) {
        return String.format(
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
                """,
                PretrainingCard.inCell(
                        Path.of(report.vocabulary()).getFileName().toString()),
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
                report.tokensPerSecond());
    }
}
