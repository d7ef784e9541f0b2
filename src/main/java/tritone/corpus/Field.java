package tritone.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a column of a table, or a field of a JSON object, may hold; with the names by which headers call it. */
public enum Field {
    ID("id", "review_id", "reviewid"),
    TEXT("text", "review", "review_text", "reviewtext", "content", "body", "comment", "sentence"),
    LABEL("label", "sentiment", "class", "polarity", "category", "target"),
    RATING("rating", "stars", "score", "star_rating", "overall"),
    GROUP("group", "film", "movie", "movie_id", "product", "product_id", "asin");

    private final List<String> names;

    Field(String... names) {
        this.names = List.of(names);
    }

    /** Names this field goes by, the most telling first; in lower case. */
    public List<String> names() {
        return names;
    }

    boolean isCalled(String name) {
        return names.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    /** The field with this name, as typed in {@code --columns text=2}. */
    public static Field named(String name) {
        return Arrays.stream(values())
                .filter(field -> field.toString().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("column must be one of "
                        + Arrays.stream(values()).map(Field::toString).collect(Collectors.joining(", "))
                        + " but was " + name));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
