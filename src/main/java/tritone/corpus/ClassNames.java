package tritone.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names behind numbered classes, as Hugging Face notes them in its Parquet files. */
record ClassNames(List<String> names) {
    private static final String NOTE = "huggingface";

    /** The names for this column, if the notes of a file have any. */
    static Optional<ClassNames> of(Map<String, String> notes, String column) {
        try {
            JsonNode found = new ObjectMapper()
                    .readTree(notes.getOrDefault(NOTE, "{}"))
                    .path("info")
                    .path("features")
                    .path(column)
                    .path("names");
            List<String> names = new ArrayList<>();
            found.forEach(name -> names.add(name.asText()));
            return names.isEmpty() || names.stream().anyMatch(String::isBlank)
                    ? Optional.empty()
                    : Optional.of(new ClassNames(List.copyOf(names)));
        } catch (JsonProcessingException e) {
            // A note that is none of ours; the numbers remain.
            return Optional.empty();
        }
    }

    /** The name for a number; none for -1, by which test parts keep their answers to themselves. */
    String name(String number, String place) {
        if (number.isEmpty() || number.equals("-1")) {
            return "";
        }
        for (int i = 0; i < names.size(); i++) {
            if (number.equals(Integer.toString(i))) {
                return names.get(i);
            }
        }
        throw new CorpusFormatException(
                place,
                "expected a label from 0 to " + (names.size() - 1) + " (" + Quote.of(String.join(", ", names))
                        + ") but found \"" + Quote.of(number) + "\"");
    }
}
