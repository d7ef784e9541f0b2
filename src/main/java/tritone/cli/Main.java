package tritone.cli;

import java.io.FileDescriptor;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine;

/** Entry point of {@code ./tritone}. */
public final class Main {
    private Main() {}

    /** Runs a command and leaves with its exit code, see {@link TritoneCommand}. */
    public static void main(String[] args) {
        goWithoutSearching();
        // UTF-8 whatever the terminal claims: what is printed is read by programs as often as by people.
        StandardStream standardOut = new StandardStream(FileDescriptor.out);
        PrintWriter out = new PrintWriter(new OutputStreamWriter(standardOut, StandardCharsets.UTF_8));
        PrintWriter err =
                new PrintWriter(new OutputStreamWriter(new StandardStream(FileDescriptor.err), StandardCharsets.UTF_8));
        int exitCode = run(args, out, err);
        out.flush();
        if (standardOut.failure().isPresent()) {
            err.println("tritone: standard output: " + standardOut.failure().get());
            exitCode = Failures.FAILED;
        }
        err.flush();
        System.exit(exitCode);
    }

    /** Libraries look through all others for what is not there or is known, which is a twentieth of a start. */
    private static void goWithoutSearching() {
        System.setProperty("picocli.disable.closures", "true");
        System.setProperty("slf4j.provider", "org.slf4j.simple.SimpleServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN"); // it would tell of the choice
    }

    /** Runs a command with these writers; results go to {@code out}, everything else to {@code err}. */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        return commandLine(args)
                .setOut(out)
                .setErr(err)
                .setExecutionStrategy(new BadRows())
                .setParameterExceptionHandler(new FailureHandler())
                .setExecutionExceptionHandler(new FailureHandler())
                .setUsageHelpAutoWidth(true)
                .execute(args);
    }

    private static CommandLine commandLine(String[] args) {
        Map<Subcommand, Object> commands = new EnumMap<>(Subcommand.class);
        Subcommand.meantBy(args).forEach(command -> commands.put(command, command.create(args)));
        CommandLine root = new CommandLine(new TritoneCommand());
        // Each as a command line of its own, or else its model would not be transformed.
        commands.forEach((name, command) -> root.addSubcommand(name.toString(), new CommandLine(command)));
        return root;
    }
}
