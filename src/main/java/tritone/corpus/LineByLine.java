package tritone.corpus;

import java.io.IOException;

/** A reader of reviews that stand in lines. */
interface LineByLine extends ReviewReader {
    LineReader lines();

    ReviewFields fields();

    @Override
    default String place() {
        return lines().place();
    }

    @Override
    default String rowId() {
        return fields().id(lines().line());
    }

    @Override
    default BytesRead bytesRead() {
        return lines().bytesRead();
    }

    @Override
    default void close() throws IOException {
        lines().close();
    }
}
