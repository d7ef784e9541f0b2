package tritone.cli;

import tritone.classification.ExplainedWord;

/**
 * Words towards the label in blue, away from it in orange, which all eyes tell apart; what was not read is dim, and what is
 * not in the vocabulary underlined. The two lower steps are tones that are seen on black and on white, the upper ones
 * have their own background.
 */
final class ColouredWords implements WordMarks {
    /** Of the strongest word: a step begins here. */
    private static final double[] SHARES = {0.1, 0.25, 0.45, 0.7};

    private static final String[] TOWARDS = {"", "38;5;32", "1;38;5;32", "38;5;16;48;5;75", "1;38;5;16;48;5;33"};
    private static final String[] AWAY = {"", "38;5;166", "1;38;5;166", "38;5;16;48;5;215", "1;38;5;16;48;5;208"};

    private static final String UNDERLINED = "4";
    private static final String DIM = "2";

    @Override
    public WrappedText.Marks of(ExplainedWord word, double strongest) {
        if (!word.read()) {
            return colours(DIM);
        }
        int step = 0;
        while (step < SHARES.length && strongest > 0 && Math.abs(word.attribution()) >= SHARES[step] * strongest) {
            step++;
        }
        String tone = (word.attribution() < 0 ? AWAY : TOWARDS)[step];
        String line = word.known() ? "" : UNDERLINED;
        return colours(tone.isEmpty() || line.isEmpty() ? tone + line : line + ";" + tone);
    }

    private static WrappedText.Marks colours(String numbers) {
        return numbers.isEmpty()
                ? WrappedText.Marks.NONE
                : new WrappedText.Marks("\u001b[" + numbers + "m", "\u001b[0m", 0);
    }

    @Override
    public WrappedText.Marks ofOther() {
        return colours(DIM);
    }
}
