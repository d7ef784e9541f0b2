package tritone.tensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tritone.corpus.Quote;

/**
 * A header from its JSON. Every token is asked for by its kind and nothing is passed over, so that no nesting is ever
 * followed; whether the offsets make sense is the caller's to check.
 */
final class HeaderReader {
    /** Names are bounded here and not interned, so that a file leaves nothing behind in the virtual machine. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(Header.MAX_BYTES)
                    .maxStringLength(Header.MAX_BYTES)
                    .build())
            .build();

    private static final int MAX_DIGITS = 18; // any number of so many fits into a long

    /** What has been read of a tensor so far; null is not there yet. */
    private static final class Fields {
        private TensorType type;
        private Shape shape;
        private List<Long> offsets;
    }

    private final Path file;
    private final JsonParser json;

    private HeaderReader(Path file, JsonParser json) {
        this.file = file;
        this.json = json;
    }

    static Header read(Path file, byte[] header) throws IOException {
        if (header.length == 0 || header[0] != '{') {
            throw new TensorFormatException(file, "expected a header that begins with { but found another beginning");
        }
        // Decoded here, because the parser would guess UTF-16 and UTF-32 from zeros among the bytes.
        try (Reader text =
                        new InputStreamReader(new ByteArrayInputStream(header), StandardCharsets.UTF_8.newDecoder());
                JsonParser json = JSON.createParser(text)) {
            return new HeaderReader(file, json).header();
        } catch (CharacterCodingException e) {
            throw new TensorFormatException(file, "expected a header in UTF-8 but found other bytes");
        }
    }

    private Header header() throws IOException {
        try {
            json.nextToken(); // the brace that is there
            Header header = entries();
            if (json.nextToken() != null) {
                throw fault("expected only spaces behind the JSON of the header but found more");
            }
            return header;
        } catch (JsonProcessingException e) {
            throw fault("expected a header in JSON but found a fault near its character "
                    + json.currentLocation().getCharOffset());
        }
    }

    private Header entries() throws IOException {
        Map<String, TensorEntry> entries = new LinkedHashMap<>();
        Map<String, String> metadata = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            if (name.equals(Header.METADATA)) {
                once(metadata, quoted(name));
                metadata = metadata();
            } else {
                once(entries.get(name), quoted(name));
                checkRoom(entries, "tensors");
                entries.put(name, entry(name));
            }
        }
        return new Header(List.copyOf(entries.values()), metadata == null ? Map.of() : metadata);
    }

    private Map<String, String> metadata() throws IOException {
        expect(JsonToken.START_OBJECT, Header.METADATA);
        Map<String, String> texts = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            once(texts.get(key), quoted(key) + " of " + Header.METADATA);
            checkRoom(texts, "texts in " + Header.METADATA);
            expect(JsonToken.VALUE_STRING, quoted(key) + " of " + Header.METADATA);
            String value = json.getText();
            texts.put(checked(key, () -> Header.whole(key)), checked(key, () -> Header.whole(value)));
        }
        return texts;
    }

    private TensorEntry entry(String name) throws IOException {
        expect(JsonToken.START_OBJECT, quoted(name));
        Fields fields = new Fields();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            readField(json.currentName(), name, fields);
        }
        if (fields.type == null || fields.shape == null || fields.offsets == null || fields.offsets.size() != 2) {
            throw fault("expected a dtype, a shape and two data_offsets of " + quoted(name) + " but found fewer");
        }
        return checked(
                name,
                () -> new TensorEntry(name, fields.type, fields.shape, fields.offsets.get(0), fields.offsets.get(1)));
    }

    private void readField(String field, String name, Fields fields) throws IOException {
        String place = quoted(field) + " of " + quoted(name);
        switch (field) {
            case "dtype" -> {
                once(fields.type, place);
                fields.type = type(place);
            }
            case "shape" -> {
                once(fields.shape, place);
                fields.shape = shape(name, place);
            }
            case "data_offsets" -> {
                once(fields.offsets, place);
                fields.offsets = numbers(place, 2, Long.MAX_VALUE);
            }
            default -> throw fault("expected only dtype, shape and data_offsets but found " + place);
        }
    }

    private TensorType type(String place) throws IOException {
        expect(JsonToken.VALUE_STRING, place);
        for (TensorType type : TensorType.values()) {
            if (type.name().equals(json.getText())) {
                return type;
            }
        }
        throw fault("expected F32, F16, I8 or I32 as " + place + " but found " + quoted(json.getText()));
    }

    private Shape shape(String name, String place) throws IOException {
        List<Long> sizes = numbers(place, Shape.MAX_DIMENSIONS, Integer.MAX_VALUE);
        return checked(name, () -> new Shape(sizes.stream().map(Long::intValue).toList()));
    }

    private List<Long> numbers(String place, int mostNumbers, long largest) throws IOException {
        expect(JsonToken.START_ARRAY, place);
        List<Long> numbers = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (numbers.size() == mostNumbers) {
                throw fault("expected at most " + mostNumbers + " numbers as " + place + " but found more");
            }
            numbers.add(number(place, largest));
        }
        return numbers;
    }

    private long number(String place, long largest) throws IOException {
        String text = json.getText();
        boolean whole = json.currentToken() == JsonToken.VALUE_NUMBER_INT && text.charAt(0) != '-';
        if (!whole || text.length() > MAX_DIGITS || Long.parseLong(text) > largest) {
            throw fault(
                    "expected whole numbers from 0 to " + largest + " as " + place + " but found " + Quote.of(text));
        }
        return Long.parseLong(text);
    }

    private void expect(JsonToken kind, String place) throws IOException {
        if (json.nextToken() != kind) {
            String wanted = kind == JsonToken.VALUE_STRING
                    ? "a string"
                    : kind == JsonToken.START_ARRAY ? "an array" : "an object";
            throw fault("expected " + wanted + " as " + place + " but found " + Quote.of(json.getText()));
        }
    }

    private void once(Object before, String place) {
        if (before != null) {
            throw fault("expected each name once but found " + place + " twice");
        }
    }

    private void checkRoom(Map<String, ?> entries, String what) {
        if (entries.size() == Header.MAX_ENTRIES) {
            throw fault("expected at most " + Header.MAX_ENTRIES + " " + what + " but found more");
        }
    }

    /** What the records refuse to a caller is the file's fault here. */
    private <T> T checked(String name, Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException e) {
            throw fault(e.getMessage() + " at " + quoted(name));
        }
    }

    private static String quoted(String text) {
        return '"' + Quote.of(text) + '"';
    }

    private TensorFormatException fault(String problem) {
        return new TensorFormatException(file, problem);
    }
}
