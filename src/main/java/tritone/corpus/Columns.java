package tritone.corpus;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which column of a table holds which field. */
final class Columns {
    private final Map<Field, Integer> positions;
    private final int count;

    private Columns(Map<Field, Integer> positions, int count) {
        this.positions = positions;
        this.count = count;
    }

    /** Whether this first row names columns: some cell is a name for the text. */
    static boolean isHeader(List<String> row) {
        return row.stream().anyMatch(Field.TEXT::isCalled);
    }

    /** How many fields these cells are names of. */
    static long names(List<String> row) {
        return Arrays.stream(Field.values())
                .filter(field -> row.stream().anyMatch(field::isCalled))
                .count();
    }

    /** The columns that a header names; {@code chosen} ones come before what the names suggest. */
    static Columns ofHeader(List<String> header, Map<Field, String> chosen, String place) {
        Map<Field, Integer> positions = new EnumMap<>(Field.class);
        List<String> names = header.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (Field field : Field.values()) {
            field.spellings().stream()
                    .filter(names::contains)
                    .findFirst()
                    .ifPresent(name -> positions.put(field, names.indexOf(name)));
        }
        chosen.forEach((field, column) -> positions.put(field, position(column, header, place)));
        return checked(positions, header.size(), place, "columns " + Quote.of(String.join(", ", header)));
    }

    /** The columns of a table without a header: by number where chosen, else by how many there are. */
    static Columns ofCount(int count, Map<Field, String> chosen, String place) {
        Map<Field, Integer> positions = new EnumMap<>(Field.class);
        if (chosen.isEmpty()) {
            List<Field> fields = byCount(count, place);
            fields.forEach(field -> positions.put(field, fields.indexOf(field)));
        }
        chosen.forEach((field, column) -> positions.put(
                field,
                number(column)
                                .filter(number -> number <= count)
                                .orElseThrow(() -> new CorpusFormatException(
                                        place,
                                        "expected a column " + Quote.of(column) + " but found no header and " + count
                                                + " columns"))
                        - 1));
        return checked(positions, count, place, count + " columns");
    }

    private static List<Field> byCount(int count, String place) {
        return switch (count) {
            case 1 -> List.of(Field.TEXT);
            case 2 -> List.of(Field.LABEL, Field.TEXT);
            case 3 -> List.of(Field.ID, Field.LABEL, Field.TEXT);
            case 4 -> List.of(Field.ID, Field.LABEL, Field.RATING, Field.TEXT);
            default ->
                throw new CorpusFormatException(
                        place,
                        "expected 1 to 4 columns, a header or --columns but found " + count + " columns and no header");
        };
    }

    private static Columns checked(Map<Field, Integer> positions, int count, String place, String found) {
        if (!positions.containsKey(Field.TEXT)) {
            throw new CorpusFormatException(
                    place,
                    "expected a column for the text (" + String.join(", ", Field.TEXT.names())
                            + ", or --columns text=NAME) but found " + found);
        }
        return new Columns(positions, count);
    }

    private static int position(String column, List<String> header, String place) {
        int named =
                header.stream().map(String::strip).collect(Collectors.toList()).indexOf(column);
        return named >= 0
                ? named
                : number(column)
                                .filter(number -> number <= header.size())
                                .orElseThrow(() -> new CorpusFormatException(
                                        place,
                                        "expected a column " + Quote.of(column) + " but found "
                                                + Quote.of(String.join(", ", header))))
                        - 1;
    }

    /** Whether a column is chosen by its number and not by its name. */
    static boolean isNumber(String column) {
        return column.matches("[1-9]\\d{0,3}");
    }

    private static Optional<Integer> number(String column) {
        return isNumber(column) ? Optional.of(Integer.parseInt(column)) : Optional.empty();
    }

    /** How many cells every row must have. */
    int count() {
        return count;
    }

    /** Which column holds this field, from 0, if one does. */
    Optional<Integer> index(Field field) {
        return Optional.ofNullable(positions.get(field));
    }

    /** The cell for this field in a row, or the empty string if the table has none. */
    String cell(Field field, List<String> row) {
        Integer position = positions.get(field);
        return position == null ? "" : row.get(position);
    }
}
