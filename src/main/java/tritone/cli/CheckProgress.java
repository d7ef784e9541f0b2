package tritone.cli;

import java.io.PrintWriter;
import java.util.function.BiConsumer;
import tritone.corpus.BytesRead;
import tritone.corpus.CorpusPart;

/** A line on the terminal for one part after the other. */
final class CheckProgress implements BiConsumer<CorpusPart, BytesRead>, AutoCloseable {
    private final PrintWriter err;
    private CorpusPart part;
    private Progress progress;

    CheckProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void accept(CorpusPart read, BytesRead bytes) {
        if (read != part) {
            close();
            part = read;
            progress = Progress.onTerminal("checking", part, err);
        }
        progress.at(bytes);
    }

    @Override
    public void close() {
        if (progress != null) {
            progress.close();
            progress = null;
        }
    }
}
