package tritone.cli;

import java.io.Closeable;
import java.io.IOException;
import tritone.classification.Outcome;

/** Where outcomes go, in one of the formats. */
interface PredictionWriter extends Closeable {
    /** A bad row too, if it comes here. */
    void write(Outcome outcome) throws IOException;

    /** Hands on what was written so far. */
    void flush() throws IOException;
}
