package tritone.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lines cut at tabs; nothing is quoted, but cells may be escaped. */
final class TsvRows implements RowSource {
    private final LineReader lines;
    private final Escapes escapes;

    TsvRows(LineReader lines, Escapes escapes) {
        this.lines = lines;
        this.escapes = escapes;
    }

    @Override
    public List<String> next() throws IOException {
        String line = lines.next();
        while (line != null && isEmpty(line)) {
            line = lines.next();
        }
        return line == null ? null : cells(withoutCarriageReturn(line));
    }

    /** Whether nothing stands in the line; a row of empty cells is a row. */
    static boolean isEmpty(String line) {
        return line.isEmpty() || line.equals("\r");
    }

    private List<String> cells(String line) {
        List<String> cells = new ArrayList<>(5);
        int start = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', start)) {
            cells.add(escapes.decoded(line.substring(start, tab), lines::place));
            start = tab + 1;
        }
        cells.add(escapes.decoded(line.substring(start), lines::place));
        return cells;
    }

    /** Files from Windows end their lines in \r\n. */
    static String withoutCarriageReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    @Override
    public String place() {
        return lines.place();
    }

    @Override
    public long line() {
        return lines.line();
    }

    @Override
    public String separators() {
        return "tabs";
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
