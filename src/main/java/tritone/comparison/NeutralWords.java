package tritone.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tritone.encoding.Batches;
import tritone.encoding.Truncation;
import tritone.training.ReviewSet;
import tritone.vocabulary.Vocabulary;

/**
 * Frequent words that tell no class from another, of whatever language: by their share of all tokens they stand about as
 * often in the reviews of every class. That they are neutral for a classifier too is likely, not certain.
 *
 * @param ids by falling frequency, of equal ones the lower id first
 * @param counts how often each stands in the reviews that it was chosen from
 * @param unevenness of the worst of them: how many times as often it stands in one class as in another. Below 1.1 where
 *     there are enough such words; infinite if there is no word but of single classes
 */
public record NeutralWords(int[] ids, long[] counts, double unevenness) {
    /** Enough to be no refrain. */
    static final int WANTED = 50;

    /** What may be allowed of the unevenness, in tenths: the least at which there are enough words, else the most. */
    private static final int LEAST_TENTHS = 11;

    private static final int MOST_TENTHS = 20;

    public NeutralWords {
        if (ids.length == 0 || ids.length != counts.length) {
            throw new IllegalArgumentException(
                    "there must be a word at least and a count for each, but " + ids.length + " and " + counts.length);
        }
    }

    /** A word that might be chosen. */
    private record Candidate(int id, long count, double unevenness) {}

    /**
     * Chooses from reviews as ids.
     *
     * @param truth the class of each review, below {@code classes}
     * @throws IllegalArgumentException if not one token is of the vocabulary
     */
    public static NeutralWords of(int[][] reviews, int[] truth, int classes) {
        ClassCounts counts = new ClassCounts(classes);
        for (int review = 0; review < reviews.length; review++) {
            counts.add(reviews[review], truth[review]);
        }
        return of(counts);
    }

    /** The same from what is kept of some reviews of a corpus, of which not all need to fit into memory at a time. */
    public static NeutralWords of(ReviewSet reviews, Truncation truncation, int classes) {
        ClassCounts counts = new ClassCounts(classes);
        for (int review : reviews.reviews()) {
            int[] ids = Batches.sequences(reviews.corpus(), new int[] {review}, truncation)[0];
            counts.add(ids, reviews.classes()[review]);
        }
        return of(counts);
    }

    private static NeutralWords of(ClassCounts counts) {
        List<Candidate> candidates = IntStream.range(Vocabulary.UNKNOWN + 1, counts.ids())
                .mapToObj(id -> new Candidate(id, counts.count(id), counts.unevenness(id)))
                .filter(candidate -> candidate.count > 0)
                .sorted(Comparator.comparingLong(Candidate::count).reversed()) // stable: equal ones by id
                .toList();
        List<Candidate> chosen = even(candidates);
        if (chosen.isEmpty()) {
            Candidate least = candidates.stream()
                    .min(Comparator.comparingDouble(Candidate::unevenness))
                    .orElseThrow(() -> new IllegalArgumentException("no review has a word of the vocabulary"));
            chosen = List.of(least);
        }
        return new NeutralWords(
                chosen.stream().mapToInt(Candidate::id).toArray(),
                chosen.stream().mapToLong(Candidate::count).toArray(),
                chosen.stream().mapToDouble(Candidate::unevenness).max().orElseThrow());
    }

    private static List<Candidate> even(List<Candidate> candidates) {
        List<Candidate> even = List.of();
        for (int tenths = LEAST_TENTHS; even.size() < WANTED && tenths <= MOST_TENTHS; tenths++) {
            double bound = tenths / 10.0;
            even = candidates.stream()
                    .filter(candidate -> candidate.unevenness < bound)
                    .limit(WANTED)
                    .toList();
        }
        return even;
    }

    /** Draws words by their frequency. */
    int[] draw(SplittableRandom random, int length) {
        long[] ends = counts.clone(); // of each word's share of all
        Arrays.parallelPrefix(ends, Long::sum);
        int[] drawn = new int[length];
        for (int i = 0; i < length; i++) {
            long place = random.nextLong(ends[ends.length - 1]);
            int found = Arrays.binarySearch(ends, place + 1);
            drawn[i] = ids[found < 0 ? -found - 1 : found];
        }
        return drawn;
    }
}
