package tritone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tritone.corpus.CorpusPart;
import tritone.model.LanguageModelFolder;
import tritone.model.ModelFolder;
import tritone.vectors.VectorFolder;
import tritone.vocabulary.CorpusCounts;
import tritone.vocabulary.TokenCounts;
import tritone.vocabulary.Vocabulary;
import tritone.vocabulary.VocabularyFile;

/** Counts tokens and writes the frequent ones. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = {
            "Counts the tokens of the part to learn from (train, or the whole) and writes the most frequent ones.",
            "Ids are ranks: 0 is padding, 1 is unknown, 2 is the most frequent token."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone vocab build reviews.csv --output vocab/mine",
            "  tritone vocab build aclImdb --max-size 20000 --min-count 2 --output vocab/imdb"
        })
final class VocabBuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CorpusOptions corpus;

    @Mixin
    private ChainOption chain;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--max-size",
            paramLabel = "N",
            defaultValue = "10000",
            converter = ThreadsOption.PositiveConverter.class,
            description = "Ids at most, padding and unknown included (default: ${DEFAULT-VALUE}).")
    private int maxSize;

    @Option(
            names = "--min-count",
            paramLabel = "N",
            defaultValue = "1",
            converter = ThreadsOption.PositiveConverter.class,
            description = "Leave out tokens seen less often (default: ${DEFAULT-VALUE}).")
    private int minCount;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            required = true,
            description = "Folder to write vocab.txt into, such as vocab/mine.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        if (maxSize < 3) {
            throw new ParameterException(
                    spec.commandLine(), "--max-size must leave room for a token, so at least 3, but was " + maxSize);
        }
        checkOutput();
        CorpusCounts counts = count();
        if (counts.tokens().forgottenUpTo() > 0) {
            spec.commandLine()
                    .getErr()
                    .println("tritone: " + forgotten(counts.tokens().forgottenUpTo()));
        }
        Vocabulary vocabulary = Vocabulary.of(chain.chain(), counts.tokens(), maxSize, minCount);
        Path file = output.resolve(VocabularyFile.NAME);
        VocabularyFile.write(vocabulary, file);
        spec.commandLine().getOut().println(file + ": " + summary(vocabulary, counts.reviews()));
        return 0;
    }

    /** What belongs to a vocabulary would be of other words with another one. */
    private void checkOutput() {
        boolean vectors = Files.exists(output.resolve(VectorFolder.NAME));
        if (vectors || ModelFolder.isModel(output) || LanguageModelFolder.isLanguageModel(output)) {
            throw new ParameterException(
                    spec.commandLine(),
                    output + " holds " + (vectors ? "vectors" : "a model") + " for the vocabulary that is there: choose"
                            + " another --output");
        }
    }

    private CorpusCounts count() throws IOException {
        CorpusPart part = corpus.open().training();
        PrintWriter err = spec.commandLine().getErr();
        try (Progress progress = Progress.onTerminal("counting", part, err)) {
            return CorpusCounts.of(part, chain.chain(), threads.threads(), progress::at);
        }
    }

    private static String summary(Vocabulary vocabulary, int reviews) {
        return TextTable.figure(vocabulary.size()) + " ids cover " + TextTable.percent(vocabulary.coverage()) + " of "
                + TextTable.figure(vocabulary.tokensCounted()) + " tokens in " + TextTable.figure(reviews) + " reviews";
    }

    static String forgotten(long upTo) {
        return "there were more than " + TextTable.figure(TokenCounts.LIMIT)
                + " different tokens at a time; those seen at most " + TextTable.figure(upTo)
                + " times by then were forgotten, so counts of rare tokens may be too low";
    }
}
