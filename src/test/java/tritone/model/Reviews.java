package tritone.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import tritone.vocabulary.Vocabulary;

/** Reviews as {@code src/test/python/forward.py} reads them: on each line a list of ids or of tokens. */
record Reviews(List<JsonNode> reviews) {
    static Reviews read(Path file) throws IOException {
        return new Reviews(lines(Files.readString(file)));
    }

    static List<JsonNode> lines(String text) {
        return text.lines().map(Reviews::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    int[][] ids(Vocabulary vocabulary) {
        return reviews.stream()
                .map(review -> StreamSupport.stream(review.spliterator(), false)
                        .mapToInt(word -> word.isInt() ? word.intValue() : vocabulary.id(word.textValue()))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** All numbers of a list of lists. */
    static double[] flat(JsonNode lists) {
        return StreamSupport.stream(lists.spliterator(), false)
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }
}
