package tritone.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reviews from one JSON object per line; blank lines are passed over, and so are fields that mean nothing here. */
final class JsonLinesReader implements LineByLine {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LineReader.MAX_LINE_BYTES)
                    .build())
            .build();

    private final LineReader lines;
    private final ReadingOptions options;
    private final ReviewFields fields;
    private final Set<String> structures = new TreeSet<>(String.CASE_INSENSITIVE_ORDER); // names in the current object

    JsonLinesReader(LineReader lines, ReadingOptions options, ReviewFields fields) {
        this.lines = lines;
        this.options = options;
        this.fields = fields;
    }

    @Override
    public Review next() throws IOException {
        String line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        return line == null ? null : review(values(line));
    }

    private Review review(Map<String, String> object) {
        if (value(Field.TEXT, object) == null) {
            String chosen = options.columns().get(Field.TEXT);
            throw new CorpusFormatException(
                    lines.place(),
                    (chosen == null
                                    ? "expected a field for the text (" + String.join(", ", Field.TEXT.names())
                                            + ", or --columns text=NAME)"
                                    : "expected a field " + Quote.of(chosen))
                            + " but found "
                            + (object.isEmpty()
                                    ? "no field with a value"
                                    : Quote.of(String.join(", ", object.keySet()))));
        }
        return fields.review(
                field -> {
                    String value = value(field, object);
                    return value == null ? "" : value;
                },
                lines.place(),
                lines.line());
    }

    /** What the object holds under the chosen name of this field, else under its most telling one; null if nothing. */
    private String value(Field field, Map<String, String> object) {
        String chosen = options.columns().get(field);
        for (String name : chosen == null ? field.spellings() : List.of(chosen)) {
            if (structures.contains(name)) {
                throw new CorpusFormatException(
                        lines.place(),
                        "expected a plain value in \"" + Quote.of(name) + "\" but found a list or an object");
            }
            if (object.containsKey(name)) {
                return object.get(name);
            }
        }
        return null;
    }

    /** The object's plain values as text; null counts as absent. */
    private Map<String, String> values(String line) throws IOException {
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        structures.clear();
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new CorpusFormatException(
                        lines.place(), "expected a JSON object but found " + Quote.of(line.strip()));
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                    values.put(name, wellFormed(name, parser.getText()));
                } else if (value.isStructStart()) {
                    structures.add(name);
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new CorpusFormatException(
                        lines.place(), "expected one JSON object in the line but found more after it");
            }
        } catch (JsonProcessingException e) {
            throw new CorpusFormatException(
                    lines.place(),
                    "expected a JSON object but found a fault"
                            // None where a limit of the parser is the fault.
                            + (e.getLocation() == null
                                    ? " in "
                                    : " at column " + e.getLocation().getColumnNr() + " of ")
                            + Quote.of(line.strip()));
        }
        return values;
    }

    /** JSON can spell half of a character outside the basic plane; no file and no vocabulary could hold that. */
    private String wellFormed(String name, String text) {
        Quote.checkWhole(name, text, lines.place());
        return text;
    }

    @Override
    public LineReader lines() {
        return lines;
    }

    @Override
    public ReviewFields fields() {
        return fields;
    }
}
