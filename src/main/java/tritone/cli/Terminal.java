package tritone.cli;

/** What the launcher found out about the terminal; Java itself cannot tell the streams apart. */
final class Terminal {
    private static final int USUAL_COLUMNS = 100;

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

    /** Characters that fit into a line. */
    static int columns() {
        return Math.max(40, Integer.getInteger("tritone.terminal.columns", USUAL_COLUMNS));
    }
}
