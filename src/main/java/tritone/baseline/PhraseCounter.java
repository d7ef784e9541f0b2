package tritone.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import tritone.kernel.Workers;
import tritone.vocabulary.Vocabulary;

/**
 * Finds the phrases that stand in enough reviews, first those of two words and then longer ones, each of which begins with
 * one of those. They are counted in shares, each of the phrases that go on from some range of shorter ones, so that memory
 * grows with the reviews and the phrases that are kept and not with all that occur.
 */
final class PhraseCounter {
    /** Places in the reviews that one share looks at, if nothing alone has more: 32 MB of pairs. */
    private static final long MAX_SHARE = 1 << 22;

    /** Shares at least, for many threads. */
    private static final int SHARES = 16;

    private static final int NONE = -1;

    private final int[][] reviews;
    private final int vocabulary;
    private final int minCount;
    private final Workers workers;

    private final int[][] beginnings; // [review][position] the feature of the longest kind that begins there, or NONE
    private int words = 1; // of each of them
    private int first = Vocabulary.UNKNOWN + 1; // their features are from here on
    private long[] pairs = {};

    /** Of reviews in which words that stand in too few are unknown ones. */
    PhraseCounter(int[][] reviews, int vocabulary, int minCount, Workers workers) {
        this.reviews = reviews;
        this.vocabulary = vocabulary;
        this.minCount = minCount;
        this.workers = workers;
        beginnings = Arrays.stream(reviews).map(int[]::clone).toArray(int[][]::new);
    }

    /** The phrases of two to this many words, as pairs in ascending order. */
    long[] pairs(int phraseWords) {
        while (words < phraseWords) {
            int end = Math.addExact(vocabulary, pairs.length);
            pairs = LongStream.concat(Arrays.stream(pairs), longer(end)).toArray();
            words++;
            if (words < phraseWords) {
                lengthen();
                first = end;
            }
        }
        return pairs;
    }

    /** The phrases that are one word longer than their beginnings, whose features are below {@code end}. */
    private LongStream longer(int end) {
        long[] places = places(end);
        int[] cuts = cuts(places);
        long[][] found = new long[cuts.length - 1][];
        workers.run(found.length, share -> {
            long size = Arrays.stream(places, cuts[share] - first, cuts[share + 1] - first)
                    .sum();
            found[share] = frequent(cuts[share], cuts[share + 1], new long[Math.toIntExact(size)]);
        });
        return Arrays.stream(found).flatMapToLong(Arrays::stream);
    }

    /** Makes each beginning one word longer; a phrase that is not frequent begins nothing. */
    private void lengthen() {
        Pairs lookup = new Pairs(vocabulary, pairs);
        new Blocks(reviews.length, review -> reviews[review].length, workers).run((from, to) -> {
            for (int review = from; review < to; review++) {
                lengthen(lookup, beginnings[review], reviews[review]);
            }
        });
    }

    private void lengthen(Pairs lookup, int[] beginnings, int[] ids) {
        for (int i = 0; i < ids.length; i++) {
            boolean goesOn = beginnings[i] >= first && i + words <= ids.length;
            int pair = goesOn ? lookup.find(beginnings[i], ids[i + words - 1]) : NONE;
            beginnings[i] = pair < 0 ? NONE : vocabulary + pair;
        }
    }

    /** How often each of the beginnings stands somewhere, from {@code first} on. */
    private long[] places(int end) {
        long[] places = new long[end - first];
        for (int[] review : beginnings) {
            for (int beginning : review) {
                if (beginning >= first) {
                    places[beginning - first]++;
                }
            }
        }
        return places;
    }

    /** Ranges of beginnings; one that has more places than a share is a range of its own. */
    private int[] cuts(long[] places) {
        long share = Math.min(MAX_SHARE, Arrays.stream(places).sum() / SHARES + 1);
        List<Integer> cuts = new ArrayList<>(List.of(first));
        long inShare = 0;
        for (int i = 0; i < places.length; i++) {
            if (inShare > 0 && inShare + places[i] > share) {
                cuts.add(first + i);
                inShare = 0;
            }
            inShare += places[i];
        }
        cuts.add(first + places.length);
        return cuts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** What goes on from a range of beginnings in enough reviews; {@code found} has room for each time that one stands. */
    private long[] frequent(int from, int to, long[] found) {
        int count = 0;
        for (int review = 0; review < reviews.length; review++) {
            int end = collect(review, from, to, found, count);
            Arrays.sort(found, count, end);
            count = keep(1, found, count, end);
        }
        Arrays.sort(found, 0, count);
        return Arrays.copyOf(found, keep(minCount, found, 0, count));
    }

    /** Writes what goes on from a range of beginnings in a review to {@code found} from {@code end} on; returns its end. */
    private int collect(int review, int from, int to, long[] found, int end) {
        int[] ids = reviews[review];
        for (int i = 0; i + words < ids.length; i++) {
            int beginning = beginnings[review][i];
            if (beginning >= from && beginning < to && Features.isWord(ids[i + words])) {
                found[end++] = Pairs.of(beginning, ids[i + words]);
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
