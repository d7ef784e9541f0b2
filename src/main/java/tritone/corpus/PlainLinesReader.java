package tritone.corpus;

import java.io.IOException;

/** One review per line of plain text. */
final class PlainLinesReader implements ReviewReader {
    private final LineReader lines;
    private final ReviewFields fields;

    PlainLinesReader(LineReader lines, ReviewFields fields) {
        this.lines = lines;
        this.fields = fields;
    }

    @Override
    public Review next() throws IOException {
        String line = lines.next();
        return line == null ? null : Review.of(fields.id(lines.line()), TsvRows.withoutCarriageReturn(line));
    }

    @Override
    public String place() {
        return lines.place();
    }

    @Override
    public String rowId() {
        return fields.id(lines.line());
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
