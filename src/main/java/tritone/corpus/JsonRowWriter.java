package tritone.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** An object in each line, without what a row has no value for. */
final class JsonRowWriter implements RowWriter {
    private final Writer out;
    private final JsonGenerator json;
    private final List<String> columns;

    JsonRowWriter(Writer out, List<String> columns) throws IOException {
        this.out = out;
        this.columns = List.copyOf(columns);
        json = new JsonFactory().createGenerator(out).setRootValueSeparator(null);
        json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    }

    @Override
    public void write(List<Object> values) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            if (values.get(i) != null) {
                json.writeFieldName(columns.get(i));
                writeValue(values.get(i));
            }
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void writeValue(Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(entry.getKey().toString());
                writeValue(entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                writeValue(element);
            }
            json.writeEndArray();
        } else if (value instanceof Float number) {
            json.writeNumber(number);
        } else if (value instanceof Number || value instanceof Boolean) {
            json.writeRawValue(value.toString());
        } else {
            json.writeString(value.toString());
        }
    }

    @Override
    public void flush() throws IOException {
        json.flush();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        json.close();
        out.close();
    }
}
