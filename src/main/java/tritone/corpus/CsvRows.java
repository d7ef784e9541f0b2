package tritone.corpus;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Rows of comma-separated values. Lines are joined while a quote is open, and each row is parsed for itself: so a bad row
 * is known by its own line, and the rows after it can still be read.
 */
final class CsvRows implements RowSource {
    private final LineReader lines;
    private final CsvReaderBuilder parser =
            CsvReader.builder().maxBufferSize(2 * LineReader.MAX_LINE_BYTES).allowUnclosedQuote(false);
    private long line;

    CsvRows(LineReader lines) {
        this.lines = lines;
    }

    @Override
    public List<String> next() throws IOException {
        String row;
        do {
            line = lines.line() + 1;
            row = lines.nextLossy();
        } while (row != null && TsvRows.isEmpty(row));
        Optional<CorpusFormatException> damage = damage();
        if (row != null && endsInQuotes(row, false)) {
            row = joined(row, damage);
        } else if (damage.isPresent()) {
            throw damage.get();
        }
        return row == null ? null : cells(row);
    }

    /** The fault of the line read last; it is told when the whole row is used up. */
    private Optional<CorpusFormatException> damage() {
        return lines.isDamaged() ? Optional.of(lines.noText()) : Optional.empty();
    }

    private String joined(String firstLine, Optional<CorpusFormatException> damageBefore) throws IOException {
        StringBuilder row = new StringBuilder(firstLine);
        Optional<CorpusFormatException> damage = damageBefore;
        String next;
        do {
            next = lines.nextLossy();
            damage = damage.or(this::damage);
            if (next == null) {
                throw new CorpusFormatException(
                                place(),
                                "expected a closing quote but found the end of the file after "
                                        + (lines.line() - line + 1) + " lines")
                        .ending();
            }
            if (row.length() + (long) next.length() > LineReader.MAX_LINE_BYTES) {
                throw new CorpusFormatException(
                        place(),
                        "expected a closing quote within " + LineReader.MAX_LINE_BYTES + " bytes but found none");
            }
            row.append('\n').append(next);
        } while (endsInQuotes(next, true));
        if (damage.isPresent()) {
            throw damage.get();
        }
        return row.toString();
    }

    /**
     * Whether the end of this line stands in quotes, if its beginning does or does not. A quote opens a field only as its
     * first character; elsewhere it is a character like others.
     */
    private static boolean endsInQuotes(String line, boolean beginsInQuotes) {
        boolean quoted = beginsInQuotes;
        int i = 0;
        while (i < line.length()) {
            if (quoted) {
                int quote = line.indexOf('"', i);
                if (quote < 0) {
                    return true;
                }
                boolean doubled = line.startsWith("\"", quote + 1);
                quoted = doubled;
                i = quote + (doubled ? 2 : 1);
            } else if (line.charAt(i) == '"') {
                quoted = true;
                i++;
            } else {
                int comma = line.indexOf(',', i);
                i = comma < 0 ? line.length() : comma + 1;
            }
        }
        return quoted;
    }

    private List<String> cells(String row) throws IOException {
        try {
            List<String> cells = parser.ofSingleCsvRecord(row).getFields();
            int carriageReturn = row.indexOf('\r');
            if (carriageReturn >= 0 && carriageReturn < row.length() - 1 && !isOne(row)) {
                throw new CorpusFormatException(
                        place(),
                        "expected lines that end in \\n or \\r\\n, or quotes around a carriage return, but found one"
                                + " alone");
            }
            return cells;
        } catch (CsvParseException e) {
            throw new CorpusFormatException(
                    place(), "expected quotes to enclose a whole field, doubled inside it, but found a stray one");
        }
    }

    /** The parser ends a row at a carriage return too, and what follows would be lost. */
    private boolean isOne(String row) throws IOException {
        try (CsvReader<CsvRecord> records = parser.ofCsvRecord(row)) {
            return records.stream().limit(2).count() == 1;
        } catch (CsvParseException e) {
            return false; // the first is none, or they differ in length
        }
    }

    @Override
    public String place() {
        return lines.name() + ":" + line;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String separators() {
        return "commas";
    }

    @Override
    public BytesRead bytesRead() {
        return lines.bytesRead();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
