package tritone.corpus;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Nothing is quoted: what would end a cell or a row becomes a space. */
final class TsvRowWriter implements RowWriter {
    private final Writer out;

    /** @param header empty for none */
    TsvRowWriter(Writer out, List<String> header) throws IOException {
        this.out = out;
        if (!header.isEmpty()) {
            write(List.copyOf(header));
        }
    }

    @Override
    public void write(List<Object> values) throws IOException {
        List<String> cells = values.stream()
                .map(value -> RowWriter.text(value).replaceAll("[\t\n\r]+", " "))
                .toList();
        out.write(String.join("\t", cells) + "\n");
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
