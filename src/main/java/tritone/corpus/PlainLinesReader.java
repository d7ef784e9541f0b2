package tritone.corpus;

import java.io.IOException;

/** One review per line of plain text. */
final class PlainLinesReader implements LineByLine {
    private final LineReader lines;
    private final ReviewFields fields;
    private final Escapes escapes;

    PlainLinesReader(LineReader lines, ReviewFields fields, Escapes escapes) {
        this.lines = lines;
        this.fields = fields;
        this.escapes = escapes;
    }

    @Override
    public Review next() throws IOException {
        String line = lines.next();
        return line == null
                ? null
                : Review.of(rowId(), escapes.decoded(TsvRows.withoutCarriageReturn(line), lines::place));
    }

    @Override
    public LineReader lines() {
        return lines;
    }

    @Override
    public ReviewFields fields() {
        return fields;
    }
}
