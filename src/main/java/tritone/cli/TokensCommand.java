package tritone.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tritone.report.Json;
import tritone.text.ChainTrace;
import tritone.text.Step;
import tritone.text.Token;

/** How a text becomes tokens. */
@Command(
        name = "tokens",
        mixinStandardHelpOptions = true,
        description = "Shows what each step of a chain makes of a text.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone tokens --text \"I didn't like it :(\"",
            "  tritone tokens --text \"<b>Naïve &amp; slow</b>\" --chain html,standard,lowercase,ascii",
            "  tritone tokens --steps"
        })
final class TokensCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Question question;

    @Mixin
    private ChainOption chain;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    private static final class Question {
        @Option(names = "--text", paramLabel = "TEXT", description = "The text to take apart.")
        private String text;

        @Option(names = "--steps", description = "List every step that a chain may have.")
        private boolean steps;
    }

    /** The tokens after one step, as {@code --json} prints them. */
    record Stage(String step, List<Token> tokens) {}

    /** What {@code --json} prints. */
    record Shown(String chain, String characters, List<Stage> stages) {}

    /** What {@code --steps --json} prints. */
    record Steps(List<Described> steps) {}

    /** A step and what it does. */
    record Described(String step, String description) {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (question.steps) {
            out.print(json ? Json.render(new Steps(described())) + "\n" : renderSteps());
        } else {
            ChainTrace trace = ChainTrace.of(chain.chain(), question.text);
            out.print(json ? Json.render(shown(trace)) + "\n" : render(trace));
        }
        return 0;
    }

    private static List<Described> described() {
        return Step.all().stream()
                .map(step -> new Described(step.toString(), step.description()))
                .toList();
    }

    private static String renderSteps() {
        int width = Step.all().stream()
                .mapToInt(step -> step.toString().length())
                .max()
                .orElse(0);
        return described().stream()
                .map(step -> step.step + " ".repeat(width + 2 - step.step.length()) + step.description + "\n")
                .collect(Collectors.joining());
    }

    private Shown shown(ChainTrace trace) {
        List<Stage> stages = trace.stages().stream()
                .map(stage -> new Stage(stage.step().toString(), stage.tokens()))
                .toList();
        return new Shown(chain.chain().toString(), trace.characters().orElse(question.text), stages);
    }

    private String render(ChainTrace trace) {
        List<String> names = new ArrayList<>(List.of("text"));
        List<String> lines = new ArrayList<>(List.of(question.text));
        trace.characters().ifPresent(text -> {
            names.add(chain.chain().characters().orElseThrow().toString());
            lines.add(text.strip());
        });
        for (ChainTrace.Stage stage : trace.stages()) {
            names.add(stage.step().toString());
            lines.add(stage.tokens().stream().map(Token::text).collect(Collectors.joining(" | ")));
        }
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            text.append(names.get(i)).append(" ".repeat(width + 2 - names.get(i).length()));
            text.append(lines.get(i).replace("\n", "\u23ce")).append('\n');
        }
        int count = trace.stages().get(trace.stages().size() - 1).tokens().size();
        return text.append(count).append(count == 1 ? " token\n" : " tokens\n").toString();
    }
}
