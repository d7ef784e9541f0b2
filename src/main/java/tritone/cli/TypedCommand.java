package tritone.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** A command as it was typed, so that it can be typed again. */
final class TypedCommand {
    private TypedCommand() {}

    static String of(CommandSpec spec) {
        List<String> args = spec.root().commandLine().getParseResult().originalArgs();
        return "tritone " + args.stream().map(TypedCommand::quoted).collect(Collectors.joining(" "));
    }

    /** As a shell wants it. */
    static String quoted(String arg) {
        return arg.matches("[A-Za-z0-9_./:=,+@%-]+") ? arg : "'" + arg.replace("'", "'\\''") + "'";
    }
}
