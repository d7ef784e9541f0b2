package tritone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tritone.report.Json;
import tritone.text.Chain;
import tritone.vocabulary.Vocabulary;

/** What a vocabulary holds. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows how a vocabulary was made, its most frequent tokens, the ids of given tokens, or"
                + " which words are near to one.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone vocab show",
            "  tritone vocab show mine --limit 100",
            "  tritone vocab show mine great awful \":(\"",
            "  tritone vocab show mine --near great"
        })
final class VocabShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "VOCAB",
            defaultValue = "sample",
            description = Vocabularies.DESCRIPTION)
    private String name;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "TOKEN",
            description = "Tokens to look up, as the chain makes them.")
    private List<String> tokens = new ArrayList<>();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            converter = ThreadsOption.PositiveConverter.class,
            description = "How many of the most frequent tokens to show (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--near",
            paramLabel = "WORD",
            description = "Show the words whose vectors are nearest to this one's, where the vocabulary has vectors.")
    private String near;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            converter = ThreadsOption.PositiveConverter.class,
            description = "How many near words to show (default: ${DEFAULT-VALUE}).")
    private int top;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** A token's place in the vocabulary. */
    record Row(int id, String token, long count) {}

    /** What {@code --json} prints. */
    record Shown(String vocabulary, String chain, int size, long tokensCounted, double coverage, List<Row> tokens) {}

    @Override
    public Integer call() throws IOException {
        Vocabulary vocabulary = Vocabularies.read(name);
        if (near != null) {
            return showNear(vocabulary);
        }
        Shown shown = new Shown(
                name,
                vocabulary.chain().toString(),
                vocabulary.size(),
                vocabulary.tokensCounted(),
                vocabulary.coverage(),
                rows(vocabulary));
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? Json.render(shown) + "\n" : render(shown));
        return 0;
    }

    private int showNear(Vocabulary vocabulary) throws IOException {
        if (!tokens.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--near looks up one word, and no TOKEN beside it");
        }
        NearReport report = NearReport.of(name, near, WordVectorFiles.read(name, vocabulary), top);
        spec.commandLine().getOut().print(json ? Json.render(report) + "\n" : report.render());
        return 0;
    }

    private List<Row> rows(Vocabulary vocabulary) {
        if (tokens.isEmpty()) {
            return IntStream.range(2, Math.min(vocabulary.size(), 2 + limit))
                    .mapToObj(id -> new Row(id, vocabulary.token(id), vocabulary.count(id)))
                    .toList();
        }
        return tokens.stream()
                .map(token -> new Row(vocabulary.id(token), token, vocabulary.count(vocabulary.id(token))))
                .toList();
    }

    private static String render(Shown shown) {
        TextTable table = new TextTable().row("token", "id", "count");
        for (Row row : shown.tokens) {
            table.row(
                    row.token,
                    row.id == Vocabulary.UNKNOWN ? "unknown" : TextTable.figure(row.id),
                    TextTable.figure(row.count));
        }
        return shown.vocabulary + ": " + TextTable.figure(shown.size) + " ids cover "
                + TextTable.percent(shown.coverage) + " of " + TextTable.figure(shown.tokensCounted)
                + " tokens, chain " + Chain.parse(shown.chain).summary() + "\n\n" + table.render();
    }
}
