package tritone.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Rows of cells, from either kind of table. */
interface RowSource extends Closeable {
    /** The cells of the next row that is not blank, or null after the last. */
    List<String> next() throws IOException;

    /** File and line at which the row returned last began. */
    String place();

    /** The line at which the row returned last began. */
    long line();

    /** What stands between the cells of a row, in words. */
    String separators();

    BytesRead bytesRead();
}
