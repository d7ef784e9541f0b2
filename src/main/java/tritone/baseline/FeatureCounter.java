package tritone.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tritone.kernel.Workers;
import tritone.vocabulary.Vocabulary;

/**
 * Finds the words and pairs that stand in enough reviews. Pairs are counted in shares, each of the pairs that begin with
 * some range of words, so that memory grows with the pairs that are kept and not with all that occur.
 */
final class FeatureCounter {
    /** Places in the reviews that one share looks at, if no word alone has more: 32 MB of pairs. */
    private static final long MAX_SHARE = 1 << 22;

    /** Shares at least, for many threads. */
    private static final int SHARES = 16;

    private final int[][] reviews;
    private final int minCount;
    private final long[] places; // [word] where it stands; 0 for one that is in too few reviews

    /** Counts the words; every id must be below {@code vocabulary}. */
    FeatureCounter(int[][] reviews, int vocabulary, int minCount) {
        this.reviews = reviews;
        this.minCount = minCount;
        places = new long[vocabulary];
        int[] counts = new int[vocabulary]; // [word] reviews with it
        int[] last = new int[vocabulary]; // [word] the last review with it, from 1
        for (int review = 0; review < reviews.length; review++) {
            for (int id : reviews[review]) {
                Features.checkId(id, vocabulary);
                places[id]++;
                counts[id] += last[id] == review + 1 ? 0 : 1;
                last[id] = review + 1;
            }
        }
        for (int id = 0; id < vocabulary; id++) {
            if (!Features.isWord(id) || counts[id] < minCount) {
                places[id] = 0;
            }
        }
    }

    /** A copy of a review in which rare words are unknown ones; its pairs with them would be rare as well. */
    int[] withoutRareWords(int[] review) {
        int[] frequent = new int[review.length];
        for (int i = 0; i < review.length; i++) {
            frequent[i] = isFrequent(review[i]) ? review[i] : Vocabulary.UNKNOWN;
        }
        return frequent;
    }

    private boolean isFrequent(int id) {
        return places[id] > 0;
    }

    /** The pairs that stand in enough reviews, in ascending order. */
    long[] pairs(Workers workers) {
        int[] cuts = cuts();
        long[][] found = new long[cuts.length - 1][];
        workers.run(found.length, share -> found[share] = frequentPairs(cuts[share], cuts[share + 1]));
        return Arrays.stream(found).flatMapToLong(Arrays::stream).toArray();
    }

    /** Ranges of first words; one that has more places than a share is a range of its own. */
    private int[] cuts() {
        long share = Math.min(MAX_SHARE, Arrays.stream(places).sum() / SHARES + 1);
        List<Integer> cuts = new ArrayList<>(List.of(0));
        long inShare = 0;
        for (int word = 0; word < places.length; word++) {
            if (inShare > 0 && inShare + places[word] > share) {
                cuts.add(word);
                inShare = 0;
            }
            inShare += places[word];
        }
        cuts.add(places.length);
        return cuts.stream().mapToInt(Integer::intValue).toArray();
    }

    private long[] frequentPairs(int from, int to) {
        long[] pairs = new long[Math.toIntExact(Arrays.stream(places, from, to).sum())];
        int count = 0;
        for (int[] review : reviews) {
            int end = collect(review, from, to, pairs, count);
            Arrays.sort(pairs, count, end);
            count = keep(1, pairs, count, end);
        }
        Arrays.sort(pairs, 0, count);
        return Arrays.copyOf(pairs, keep(minCount, pairs, 0, count));
    }

    /** Writes the pairs of a review whose first word is in the range to {@code pairs} from {@code end} on; returns their
     * end. */
    private int collect(int[] review, int from, int to, long[] pairs, int end) {
        for (int i = 0; i + 1 < review.length; i++) {
            int first = review[i];
            if (first >= from && first < to && isFrequent(first) && isFrequent(review[i + 1])) {
                pairs[end++] = Pairs.of(first, review[i + 1]);
            }
        }
        return end;
    }

    /** Moves what is there so many times in a sorted range to the range's beginning, each once; returns the end of it. */
    private static int keep(int times, long[] sorted, int from, int to) {
        int end = from;
        int begin = from;
        for (int i = from; i < to; i++) {
            if (sorted[i] != sorted[begin]) {
                begin = i;
            }
            if (i - begin + 1 == times) {
                sorted[end++] = sorted[begin];
            }
        }
        return end;
    }
}
