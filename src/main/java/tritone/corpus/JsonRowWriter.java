package tritone.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object in each line. */
final class JsonRowWriter implements RowWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Writer out;
    private final List<String> columns;

    JsonRowWriter(Writer out, List<String> columns) {
        this.out = out;
        this.columns = List.copyOf(columns);
    }

    @Override
    public void write(List<Object> values) throws IOException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), values.get(i));
        }
        out.write(JSON.writeValueAsString(row) + "\n");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
