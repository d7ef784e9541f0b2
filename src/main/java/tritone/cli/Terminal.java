package tritone.cli;

/** What the launcher found out about the terminal; Java itself cannot tell the streams apart. */
final class Terminal {
    private static final int USUAL_COLUMNS = 100;
    private static final int USUAL_ROWS = 24;

    private Terminal() {}

    /** Whether people read standard output. */
    static boolean isOut() {
        return Boolean.getBoolean("tritone.terminal.out");
    }

    /** Whether colours are welcome there: see no-color.org. */
    static boolean isColoured() {
        String without = System.getenv("NO_COLOR");
        return without == null || without.isEmpty();
    }

    /** Lines that fit on the screen. */
    static int rows() {
        return Math.max(5, Integer.getInteger("tritone.terminal.rows", USUAL_ROWS));
    }

    /** Characters that fit into a line. */
    static int columns() {
        return Math.max(40, Integer.getInteger("tritone.terminal.columns", USUAL_COLUMNS));
    }
}
