package tritone.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tritone.pretraining.PretrainingText;
import tritone.vectors.Neighbours;
import tritone.vectors.WordVectors;
import tritone.vocabulary.Vocabulary;

/** What stands in the {@code README.md} beside word vectors: how they were made. */
final class VectorsCard {
    private VectorsCard() {}

    private static final int NEAREST = 6;

    /** {@code examples} are words whose nearest ones are listed. */
    static String render(
            VectorsReport report, String command, PretrainingText text, WordVectors vectors, List<String> examples) {
        return facts(report, text)
                + PretrainingCard.maker()
                + PretrainingCard.origin(command, text)
                + nearest(vectors, examples);
    }

    private static String nearest(WordVectors vectors, List<String> examples) {
        StringBuilder table =
                new StringBuilder(examples.isEmpty() ? "" : "\n| word | nearest, with the cosine |\n|---|---|\n");
        for (String word : examples) {
            int id = vectors.vocabulary().id(word);
            String near = id == Vocabulary.UNKNOWN || !vectors.isKnown(id)
                    ? "has no vector"
                    : Neighbours.of(id, vectors, NEAREST).stream()
                            .map(other -> String.format(Locale.ROOT, "%s %.2f", other.token(), other.cosine()))
                            .collect(Collectors.joining(", "));
            table.append("| ")
                    .append(PretrainingCard.inCell(word))
                    .append(" | ")
                    .append(PretrainingCard.inCell(near))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String words(int known, int all) {
        return String.format(Locale.ROOT, known == all ? "each of its %,d" : "%,d of its %,d", known, all);
    }

    private static String facts(VectorsReport report, PretrainingText text) {
        return String.format(
                Locale.ROOT,
                """
                # %s

                A vocabulary with a vector of %,d numbers for %s words, as %s, learnt by skip-gram with
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
                words(report.words(), text.vocabulary().size() - Vocabulary.UNKNOWN - 1),
                report.precision(),
                text.vocabulary().chain().summary(),
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
