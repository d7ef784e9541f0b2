package tritone.corpus;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Quoted where it must be. */
final class CsvRowWriter implements RowWriter {
    private final CsvWriter csv;

    CsvRowWriter(Writer out, List<String> columns) {
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(columns);
    }

    @Override
    public void write(List<Object> values) {
        csv.writeRecord(values.stream().map(RowWriter::text).toList());
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
