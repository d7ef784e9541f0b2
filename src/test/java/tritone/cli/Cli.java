package tritone.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs a command line inside the test's process. */
final class Cli {
    private Cli() {}

    /** What a command left behind. */
    record Result(int exitCode, String out, String err) {}

    static Result run(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        int exitCode = Main.run(words, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Result(exitCode, out.toString(), err.toString());
    }
}
