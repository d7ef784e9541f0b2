package tritone.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reviews from the rows of a Parquet file. */
final class ParquetReader implements ReviewReader {
    private static final Set<Field> TEXTS = EnumSet.of(Field.ID, Field.TEXT);

    private final ParquetTable table;
    private final Map<Field, ParquetColumn> columns;
    private final Optional<ClassNames> classes;
    private final ReviewFields fields;

    private ParquetReader(
            ParquetTable table, Map<Field, ParquetColumn> columns, Optional<ClassNames> classes, ReviewFields fields) {
        this.table = table;
        this.columns = columns;
        this.classes = classes;
        this.fields = fields;
    }

    static ParquetReader open(Path file, ReadingOptions options, ReviewFields fields) throws IOException {
        ParquetTable table = ParquetTable.open(file);
        try {
            List<String> names = table.names();
            Columns found = Columns.ofHeader(names, options.columns(), file.toString());
            Map<Field, Integer> indices = new EnumMap<>(Field.class);
            for (Field field : options.wanted() == ReadingOptions.Wanted.TEXTS ? TEXTS : EnumSet.allOf(Field.class)) {
                found.index(field).ifPresent(index -> indices.put(field, index));
            }
            List<Integer> different = indices.values().stream().distinct().toList();
            List<ParquetColumn> chosen = table.choose(different);
            Map<Field, ParquetColumn> columns = new EnumMap<>(Field.class);
            indices.forEach((field, index) -> columns.put(field, chosen.get(different.indexOf(index))));
            Optional<ClassNames> classes = Optional.ofNullable(indices.get(Field.LABEL))
                    .flatMap(index -> ClassNames.of(table.notes(), names.get(index)));
            return new ParquetReader(table, columns, classes, fields);
        } catch (RuntimeException e) {
            table.close();
            throw e;
        }
    }

    @Override
    public Review next() throws IOException {
        if (!table.next()) {
            return null;
        }
        if (columns.get(Field.TEXT).value(place()).isEmpty()) {
            throw new CorpusFormatException(place(), "expected a text but found none");
        }
        return fields.review(this::value, place(), table.row());
    }

    private String value(Field field) {
        if (!columns.containsKey(field)) {
            return "";
        }
        String value = columns.get(field).value(place()).orElse("");
        return field == Field.LABEL && classes.isPresent() ? classes.get().name(value, place()) : value;
    }

    @Override
    public String place() {
        return table.place();
    }

    @Override
    public String rowId() {
        return fields.id(table.row());
    }

    @Override
    public BytesRead bytesRead() {
        return table.bytesRead();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
