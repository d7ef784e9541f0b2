package tritone.pretraining;

/**
 * How vectors are learnt (Mikolov et al., 2013).
 *
 * @param numbers of a vector
 * @param window words to each side that a word is learnt with, at most
 * @param negatives words that do not stand there, for each that does
 * @param rounds over the text
 * @param rate at the beginning; it falls in proportion to what is done
 * @param sample words more frequent than this share are often left out; 0 for none
 */
public record SkipGramPlan(int numbers, int window, int negatives, int rounds, double rate, double sample, long seed) {
    public SkipGramPlan {
        atLeastOne("numbers", numbers);
        atLeastOne("window", window);
        atLeastOne("negatives", negatives);
        atLeastOne("rounds", rounds);
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate must be above 0 and at most 1 but was " + rate);
        }
        if (!(sample >= 0 && sample < 1)) {
            throw new IllegalArgumentException("sample must be at least 0 and below 1 but was " + sample);
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1 but was " + value);
        }
    }

    /** Rows that one step looks at: a word's and those of words that do not stand there. */
    int rows() {
        return negatives + 1;
    }
}
