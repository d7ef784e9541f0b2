package tritone.cli;

import java.util.Optional;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import tritone.corpus.PassedOver;

/** Runs a command and tells at its end what rows it has passed over: nothing is left out in silence. */
final class BadRows implements IExecutionStrategy {
    @Override
    public int execute(ParseResult parsed) throws ExecutionException {
        CommandSpec command = last(parsed).commandSpec();
        try {
            int exitCode = new RunLast().execute(parsed);
            return exitCode == 0 && passedOver(command).isPresent() ? Failures.PARTLY : exitCode;
        } finally {
            passedOver(command).ifPresent(rows -> {
                command.commandLine()
                        .getOut()
                        .flush(); // so that it is the last that is seen where both go to one terminal
                command.commandLine().getErr().print(Escaped.text(summary(rows, " and passed over")));
                command.commandLine().getErr().flush();
            });
        }
    }

    private static ParseResult last(ParseResult parsed) {
        return parsed.hasSubcommand() ? last(parsed.subcommand()) : parsed;
    }

    /** What the command passed over, if it did. */
    private static Optional<PassedOver> passedOver(CommandSpec command) {
        if (command.userObject() instanceof ReadsRows reads) {
            return Optional.of(reads.passedOver()).filter(rows -> rows.count() > 0);
        }
        return command.mixins().values().stream()
                .flatMap(mixin -> passedOver(mixin).stream())
                .findFirst();
    }

    /** How many rows were bad, what became of them, and what was wrong with the first. */
    static String summary(PassedOver rows, String fate) {
        StringBuilder summary = new StringBuilder("tritone: ")
                .append(TextTable.figure(rows.count()))
                .append(rows.count() == 1 ? " row was bad" : " rows were bad")
                .append(fate)
                .append(":\n");
        for (PassedOver.Fault fault : rows.faults()) {
            summary.append("  ")
                    .append(Failures.words(fault.cause()))
                    .append(fault.endsInput() ? "; nothing more of it was read\n" : "\n");
        }
        return summary.append(rows.count() > rows.faults().size() ? "  ...\n" : "")
                .toString();
    }
}
