package tritone.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes rows of named columns: texts, numbers and truth values. The names stand in a header or, in JSON Lines, in each row. */
public interface RowWriter extends Closeable {
    /** Begins a table; closing it closes {@code out}. */
    static RowWriter of(Writer out, CorpusFormat format, List<String> columns) throws IOException {
        return switch (format) {
            case CSV -> new CsvRowWriter(out, columns);
            case TSV -> new TsvRowWriter(out, columns);
            case JSONL -> new JsonRowWriter(out, columns);
            case LINES, FASTTEXT, PARQUET, FILES ->
                throw new IllegalArgumentException("a table cannot be written as " + format);
        };
    }

    /** The same for a table that has a beginning, with its header, already. */
    static RowWriter continuing(Writer out, CorpusFormat format, List<String> columns) throws IOException {
        return switch (format) {
            case CSV -> new CsvRowWriter(out, List.of());
            case TSV -> new TsvRowWriter(out, List.of());
            case JSONL, LINES, FASTTEXT, PARQUET, FILES -> of(out, format, columns);
        };
    }

    /** One value for each column; null for none. In JSON Lines a value may be a map or a list. */
    void write(List<Object> values) throws IOException;

    /** Hands on what was written so far. */
    void flush() throws IOException;

    /** A value in a format that knows nothing but text. */
    static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
