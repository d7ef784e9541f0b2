package tritone.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What someone meant who mistyped a word. */
final class Nearest {
    private static final int LONGEST = 30;

    private Nearest() {}

    /** The first of the words that the fewest typing mistakes lead to; none if a third of the letters would be wrong. */
    static Optional<String> of(String typed, List<String> words) {
        String lower = typed.toLowerCase(Locale.ROOT);
        int fewest = Math.max(1, typed.length() / 3) + 1;
        Optional<String> nearest = Optional.empty();
        for (String word : lower.length() < 2 || lower.length() > LONGEST ? List.<String>of() : words) {
            int mistakes = mistakes(lower, word);
            if (mistakes < fewest) {
                fewest = mistakes;
                nearest = Optional.of(word);
            }
        }
        return nearest;
    }

    /** Letters that are missing, too many or wrong (Levenshtein). */
    private static int mistakes(String typed, String word) {
        int[] row = new int[word.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= typed.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int wrong = typed.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1;
                int best = Math.min(diagonal + wrong, 1 + Math.min(row[j], row[j - 1]));
                diagonal = row[j];
                row[j] = best;
            }
        }
        return row[word.length()];
    }
}
