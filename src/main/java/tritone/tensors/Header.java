package tritone.tensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stands before the numbers: which tensors there are and where, and texts about them. */
record Header(List<TensorEntry> entries, Map<String, String> metadata) {
    /** The only name that is not a tensor's. */
    static final String METADATA = "__metadata__";

    /** As in the reference implementation of safetensors. */
    static final int MAX_BYTES = 100_000_000;

    /** Of tensors, and of texts: a header of small entries would take many times its size in memory. */
    static final int MAX_ENTRIES = 100_000;

    /** With characters outside the basic plane as they are, which is how the reference implementation writes them. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private static final int ALIGNMENT = 8;

    /** Lays the tensors out one behind the other; the texts are sorted, so that a hash map's order changes no byte. */
    static Header of(TensorFile content) {
        checkCount("tensors", content.tensors().size());
        checkCount("texts", content.metadata().size());
        List<TensorEntry> entries = new ArrayList<>();
        long at = 0;
        for (Map.Entry<String, Tensor> named : content.tensors().entrySet()) {
            Tensor tensor = named.getValue();
            long end = at + tensor.data().remaining();
            entries.add(new TensorEntry(named.getKey(), tensor.type(), new Shape(tensor.shape()), at, end));
            at = end;
        }
        content.metadata().forEach((key, value) -> {
            whole(key);
            whole(value);
        });
        return new Header(entries, new TreeMap<>(content.metadata()));
    }

    private static void checkCount(String what, int count) {
        if (count > MAX_ENTRIES) {
            throw new IllegalArgumentException("expected at most " + MAX_ENTRIES + " " + what + " but found " + count);
        }
    }

    /** The same text: a string may hold half of a character outside the basic plane, but UTF-8 cannot. */
    static String whole(String text) {
        if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            throw new IllegalArgumentException("expected whole characters but found half a surrogate pair");
        }
        return text;
    }

    /** How many bytes all tensors take together. */
    long dataBytes() {
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).end();
    }

    /** JSON, with spaces behind it so that the numbers begin at a multiple of 8 in the file. */
    byte[] toBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            writeMetadata(json);
            for (TensorEntry entry : entries) {
                writeEntry(entry, json);
            }
            json.writeEndObject();
        }
        while (bytes.size() % ALIGNMENT != 0) {
            bytes.write(' ');
        }
        if (bytes.size() > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "expected a header of at most " + MAX_BYTES + " bytes but found " + bytes.size());
        }
        return bytes.toByteArray();
    }

    private void writeMetadata(JsonGenerator json) throws IOException {
        if (!metadata.isEmpty()) {
            json.writeObjectFieldStart(METADATA);
            for (Map.Entry<String, String> text : metadata.entrySet()) {
                json.writeStringField(text.getKey(), text.getValue());
            }
            json.writeEndObject();
        }
    }

    private static void writeEntry(TensorEntry entry, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(entry.name());
        json.writeStringField("dtype", entry.type().name());
        json.writeArrayFieldStart("shape");
        for (int size : entry.shape().sizes()) {
            json.writeNumber(size);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("data_offsets");
        json.writeNumber(entry.begin());
        json.writeNumber(entry.end());
        json.writeEndArray();
        json.writeEndObject();
    }
}
