package tritone.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tritone.corpus.Review;
import tritone.text.LanguageGuess;

/** What is kept of each review while all parts are read: a hundred and some bytes, and nothing of its text. */
final class Rows {
    /** Of a review that has none. */
    static final int NO_LABEL = -1;

    final Longs texts = new Longs();
    final Longs words = new Longs();
    final Ints tokens = new Ints();

    private final Ints labels = new Ints();
    private final Ints keys = new Ints(); // BANDS of each row
    private final BitSet wordless = new BitSet();
    private final List<LanguageGuess> languages = new ArrayList<>();
    private final Map<LanguageGuess, LanguageGuess> guesses = new HashMap<>();
    private final List<String> labelNames = new ArrayList<>();
    private final Map<String, Integer> labelIndices = new HashMap<>();
    private final List<Integer> starts = new ArrayList<>();

    void beginPart() {
        starts.add(size());
    }

    /** Adds a review and returns its row. */
    int add(Review review, TextFacts facts) {
        texts.add(facts.text());
        words.add(facts.words());
        tokens.add(facts.tokens());
        labels.add(review.label().map(this::labelIndex).orElse(NO_LABEL));
        languages.add(guesses.computeIfAbsent(facts.language(), guess -> guess));
        wordless.set(size() - 1, facts.keys().length == 0);
        for (int band = 0; band < MinHash.BANDS; band++) {
            keys.add(facts.keys().length == 0 ? 0 : facts.keys()[band]);
        }
        return size() - 1;
    }

    private int labelIndex(String label) {
        return labelIndices.computeIfAbsent(label, name -> {
            labelNames.add(name);
            return labelNames.size() - 1;
        });
    }

    int size() {
        return texts.size();
    }

    int start(int part) {
        return part < starts.size() ? starts.get(part) : size();
    }

    /** The part that a row stands in. */
    int part(int row) {
        int low = 0;
        for (int high = starts.size(); high - low > 1; ) {
            int middle = (low + high) >>> 1;
            if (starts.get(middle) <= row) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether it has words and therefore keys. */
    boolean hasKeys(int row) {
        return !wordless.get(row);
    }

    int key(int row, int band) {
        return keys.get(row * MinHash.BANDS + band);
    }

    /** Whether two rows have the same key in a band before this one. */
    boolean shareKeyBefore(int band, int row, int other) {
        for (int before = 0; before < band; before++) {
            if (key(row, before) == key(other, before)) {
                return true;
            }
        }
        return false;
    }

    int label(int row) {
        return labels.get(row);
    }

    /** All labels, in the order in which they came. */
    List<String> labelNames() {
        return labelNames;
    }

    LanguageGuess language(int row) {
        return languages.get(row);
    }

    /** The number of tokens that this share of the reviews does not exceed (nearest rank); 0 without reviews. */
    int tokenPercentile(double share) {
        int[] sorted = tokens.toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
    }
}
