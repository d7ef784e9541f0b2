package tritone.cli;

import java.io.FileDescriptor;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Entry point of {@code ./tritone}. */
public final class Main {
    private Main() {}

    /** Runs a command and leaves with its exit code: 0 done, 1 failed, 2 wrong usage. */
    public static void main(String[] args) {
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

    /** Runs a command with these writers; results go to {@code out}, everything else to {@code err}. */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        return commandLine(args)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(Failures::wrongUsage)
                .setExecutionExceptionHandler(Failures::failed)
                .setUsageHelpAutoWidth(true)
                .execute(args);
    }

    private static CommandLine commandLine(String[] args) {
        CommandLine root = new CommandLine(new TritoneCommand());
        for (Subcommand command : Subcommand.meantBy(args)) {
            // As a command line of its own, or else its model would not be transformed.
            root.addSubcommand(command.toString(), new CommandLine(command.create()));
        }
        return root;
    }
}
