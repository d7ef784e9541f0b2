package tritone.cli;

/** What the launcher found out about the terminal; Java itself cannot tell the streams apart. */
final class Terminal {
    private static final int USUAL_COLUMNS = 100;

    private Terminal() {}

    /** Whether people read standard output. */
    static boolean isOut() {
        return Boolean.getBoolean("tritone.terminal.out");
    }

    /** Characters that fit into a line. */
    static int columns() {
        return Math.max(40, Integer.getInteger("tritone.terminal.columns", USUAL_COLUMNS));
    }
}
