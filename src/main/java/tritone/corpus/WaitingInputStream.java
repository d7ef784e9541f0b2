package tritone.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Waits until it is known whether anything follows when it is asked what is available: whoever reads one gzip after another
 * takes nothing for the end.
 */
final class WaitingInputStream extends FilterInputStream {
    /** @param in which can go back to a mark */
    WaitingInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int available() throws IOException {
        in.mark(1);
        boolean follows = in.read() >= 0;
        in.reset();
        return follows ? 1 : 0;
    }
}
