package tritone.cli;

/** A text with marks around its pieces, in lines that fit a terminal. No character of a piece drives the terminal. */
final class WrappedText {
    private static final String INDENT = "  ";

    private final int width;
    private final StringBuilder lines = new StringBuilder();
    private final StringBuilder chunk = new StringBuilder();
    private int column;
    private int chunkColumns;
    private boolean blank;

    /** @param width of a line, with what it is indented by */
    WrappedText(int width) {
        this.width = width - INDENT.length();
    }

    /**
     * What stands before and after a piece.
     *
     * @param columns that both take: colours take none
     */
    record Marks(String before, String after, int columns) {
        static final Marks NONE = new Marks("", "", 0);

        /** Of characters that are seen. */
        static Marks seen(String before, String after) {
            return new Marks(before, after, before.length() + after.length());
        }
    }

    /** A place where a line may end. */
    void blank() {
        placeChunk();
        blank = true;
    }

    /** A piece that stays on one line, unless it is longer than one. */
    void add(Marks marks, String text) {
        if (text.isEmpty()) {
            return;
        }
        begin(marks);
        text.codePoints().forEach(c -> {
            if (chunkColumns >= width) {
                chunk.append(marks.after);
                placeChunk();
                begin(marks);
            }
            chunk.appendCodePoint(PredictionTable.plain(c));
            chunkColumns++;
        });
        chunk.append(marks.after);
    }

    private void begin(Marks marks) {
        chunk.append(marks.before);
        chunkColumns += marks.columns;
    }

    private void placeChunk() {
        if (chunkColumns == 0) {
            return;
        }
        boolean spaced = blank && column > 0;
        if (column > 0 && column + (spaced ? 1 : 0) + chunkColumns > width) {
            lines.append('\n').append(INDENT);
            column = 0;
        } else if (column == 0) {
            lines.append(INDENT);
        } else if (spaced) {
            lines.append(' ');
            column++;
        }
        lines.append(chunk);
        column += chunkColumns;
        chunk.setLength(0);
        chunkColumns = 0;
        blank = false;
    }

    /** The lines, each with its end; none of a text without any piece. */
    String finished() {
        placeChunk();
        return lines.isEmpty() ? "" : lines.append('\n').toString();
    }
}
