package tritone.corpus;

import java.io.IOException;

/** One review per line of plain text. */
final class PlainLinesReader implements ReviewReader {
    private final LineReader lines;

    PlainLinesReader(LineReader lines) {
        this.lines = lines;
    }

    @Override
    public Review next() throws IOException {
        String line = lines.next();
        return line == null ? null : Review.of(Long.toString(lines.line()), TsvRows.withoutCarriageReturn(line));
    }

    @Override
    public String place() {
        return lines.place();
    }

    @Override
    public String rowId() {
        return Long.toString(lines.line());
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
