package tritone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;

/** Tells whoever ends the process with Ctrl-C that nothing is lost. */
final class StopNotice implements AutoCloseable {
    private final Thread hook;

    StopNotice(Path part, PrintWriter err) {
        hook = new Thread(
                () -> {
                    err.println("tritone: stopped; " + part + " holds what was written, and --resume goes on");
                    err.flush();
                },
                "tritone-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process ends just now.
        }
    }
}
