package tritone.pretraining;

import java.util.Arrays;
import tritone.kernel.SequenceLayout;

/** The words that states are to guess. */
final class NextWords {
    static final int NONE = -1;

    private NextWords() {}

    /** By place the word that comes after it in the reading direction; none after the last one. */
    static int[] of(int[][] texts, SequenceLayout layout, boolean reversed) {
        int[] targets = new int[layout.places()];
        Arrays.fill(targets, NONE);
        for (int rank = 0; rank < layout.sequences(); rank++) {
            int[] text = texts[layout.sequence(rank)];
            for (int step = 0; step + 1 < text.length; step++) {
                targets[layout.place(rank, reversed ? step + 1 : step)] = reversed ? text[step] : text[step + 1];
            }
        }
        return targets;
    }
}
