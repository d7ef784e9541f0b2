package tritone.corpus;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Quoted where it must be. */
final class CsvRowWriter implements RowWriter {
    private final CsvWriter csv;

    /** @param header empty for none */
    CsvRowWriter(Writer out, List<String> header) {
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        if (!header.isEmpty()) {
            csv.writeRecord(header);
        }
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
