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
        check("numbers", numbers, 10_000);
        check("window", window, 1_000);
        check("negatives", negatives, 1_000);
        check("rounds", rounds, 1_000_000);
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate must be above 0 and at most 1 but was " + rate);
        }
        if (!(sample >= 0 && sample < 1)) {
            throw new IllegalArgumentException("sample must be at least 0 and below 1 but was " + sample);
        }
    }

    private static void check(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " must be from 1 to " + most + " but was " + value);
        }
    }
}
