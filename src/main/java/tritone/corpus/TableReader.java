package tritone.corpus;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Reviews from the rows of a table. The first row says whether there is a header and how many columns there are. */
final class TableReader implements ReviewReader {
    private static final Map<String, String> SEPARATORS = Map.of(";", "semicolons", ",", "commas", "\t", "tabs");

    private final RowSource rows;
    private final ReadingOptions options;
    private final ReviewFields fields;
    private Columns columns;
    private boolean refused;

    TableReader(RowSource rows, ReadingOptions options, ReviewFields fields) {
        this.rows = rows;
        this.options = options;
        this.fields = fields;
    }

    @Override
    public Review next() throws IOException {
        List<String> row = refused ? null : rows.next();
        if (row != null && columns == null) {
            boolean header = options.header().orElseGet(() -> hasHeader(options, row));
            // Where the columns mean nothing, no row does.
            refused = true;
            columns = columns(row, header);
            refused = false;
            return header ? review(rows.next()) : review(row);
        }
        return review(row);
    }

    private Columns columns(List<String> row, boolean header) {
        try {
            checkIsCut(row);
            return header
                    ? Columns.ofHeader(row, options.columns(), rows.place())
                    : Columns.ofCount(row.size(), options.columns(), rows.place());
        } catch (CorpusFormatException e) {
            throw e.ending();
        }
    }

    /** A first row that would name columns if it were cut elsewhere: every text would hold all of its row. */
    private void checkIsCut(List<String> row) {
        if (row.size() > 1 || options.header().isPresent() || !options.columns().isEmpty()) {
            return;
        }
        SEPARATORS.forEach((separator, name) -> {
            List<String> cells = List.of(row.get(0).replace("\"", "").split(separator));
            if (Columns.isHeader(cells) && Columns.names(cells) > 1) {
                throw new CorpusFormatException(
                        rows.place(), "expected " + rows.separators() + " between columns but found " + name);
            }
        });
    }

    private static boolean hasHeader(ReadingOptions options, List<String> row) {
        return Columns.isHeader(row)
                || options.columns().values().stream().anyMatch(name -> !Columns.isNumber(name) && row.contains(name));
    }

    private Review review(List<String> row) {
        if (row == null) {
            return null;
        }
        if (row.size() != columns.count()) {
            throw new CorpusFormatException(
                    rows.place(), "expected " + columns.count() + " columns but found " + row.size());
        }
        return fields.review(field -> columns.cell(field, row), rows.place(), rows.line());
    }

    @Override
    public String place() {
        return rows.place();
    }

    @Override
    public String rowId() {
        return fields.id(rows.line());
    }

    @Override
    public BytesRead bytesRead() {
        return rows.bytesRead();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
