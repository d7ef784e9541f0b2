package tritone.training;

import tritone.corpus.BytesRead;
import tritone.corpus.CorpusPart;

/** Is told how far the readings of a corpus are. */
@FunctionalInterface
public interface ReadingWatcher {
    /** One reading; closed at its end. */
    interface Reading extends AutoCloseable {
        void at(BytesRead read);

        @Override
        void close();
    }

    Reading begin(String work, CorpusPart part);
}
