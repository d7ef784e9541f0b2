package tritone.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a column of a table, or a field of a JSON object, may hold; with the names by which headers call it. */
public enum Field {
    ID("id", "review_id", "phrase_id"),
    TEXT(
            "text",
            "review",
            "review_text",
            "content",
            "body",
            "review_body",
            "comment",
            "sentence",
            "document",
            "phrase"),
    LABEL("label", "sentiment", "class", "polarity", "category", "target"),
    RATING("rating", "stars", "score", "star_rating", "overall"),
    GROUP("group", "film", "movie", "movie_id", "product", "product_id", "asin", "business_id");

    private final List<String> names;
    private final List<String> spellings;

    Field(String... names) {
        this.names = List.of(names);
        this.spellings = Arrays.stream(names)
                .flatMap(name -> Stream.of("_", "", " ", "-").map(between -> name.replace("_", between)))
                .distinct()
                .toList();
    }

    /** Names this field goes by, the most telling first; in lower case. */
    public List<String> names() {
        return names;
    }

    /** The same in every spelling: {@code review_text} is also written reviewtext, review text and review-text. */
    List<String> spellings() {
        return spellings;
    }

    boolean isCalled(String name) {
        return spellings.contains(name.strip().toLowerCase(Locale.ROOT));
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
