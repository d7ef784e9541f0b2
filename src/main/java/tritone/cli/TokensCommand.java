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
import tritone.text.StepForm;
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
            "  tritone tokens --text \"Die Filme waren nicht schlecht\" --chain html,lucene:de,ngrams:2",
            "  tritone tokens --text \"What a film\" --chain simple,lowercase,stop:@my-words.txt",
            "  tritone tokens --steps"
        })
final class TokensCommand implements Callable<Integer> {
    private static final int MOST_COLUMNS = 100;

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

    /** How a step is written, what it does, and what may stand for a word in capitals. */
    record Described(String step, String description, List<String> choices) {}

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
        return StepForm.all().stream()
                .map(form -> new Described(form.form(), form.description(), form.choices()))
                .toList();
    }

    private static String renderSteps() {
        int width =
                described().stream().mapToInt(step -> step.step.length()).max().orElse(0);
        String margin = " ".repeat(width + 2);
        StringBuilder text = new StringBuilder();
        for (Described step : described()) {
            text.append(step.step).append(margin.substring(step.step.length()));
            text.append(step.description).append('\n').append(renderChoices(step.choices, margin));
        }
        return text.toString();
    }

    /** Words side by side, in lines below what a step does. */
    private static String renderChoices(List<String> choices, String margin) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder();
        for (String choice : choices) {
            if (margin.length() + line.length() + choice.length() >= MOST_COLUMNS) {
                lines.append(margin).append(line.toString().strip()).append('\n');
                line.setLength(0);
            }
            line.append(' ').append(choice);
        }
        return choices.isEmpty()
                ? ""
                : lines.append(margin)
                        .append(line.toString().strip())
                        .append('\n')
                        .toString();
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
            names.add(stage.step().summary());
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
