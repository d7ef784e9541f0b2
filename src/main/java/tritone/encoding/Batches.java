package tritone.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import tritone.vocabulary.Vocabulary;

/**
 * An order of batches over some reviews of a corpus, such that the reviews of one batch are of similar length. The
 * reviews are shuffled, sorted by length within pools, cut into batches, and the batches shuffled: only the seed decides.
 */
public final class Batches {
    /** Batches per pool: enough to make lengths similar, few enough that batches differ from epoch to epoch. */
    private static final int POOL = 50;

    private final EncodedCorpus corpus;
    private final Truncation truncation;
    private final List<int[]> order;

    private Batches(EncodedCorpus corpus, Truncation truncation, List<int[]> order) {
        this.corpus = corpus;
        this.truncation = truncation;
        this.order = order;
    }

    /** All of these reviews once, in batches of {@code batch}; a pool's last batch may be smaller. */
    public static Batches shuffled(EncodedCorpus corpus, int[] reviews, Truncation truncation, int batch, long seed) {
        if (batch < 1) {
            throw new IllegalArgumentException("batch must be at least 1 but was " + batch);
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[] shuffled = reviews.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int k = random.nextInt(i + 1);
            int swapped = shuffled[i];
            shuffled[i] = shuffled[k];
            shuffled[k] = swapped;
        }
        List<int[]> order = new ArrayList<>();
        int poolSize = (int) Math.min(Math.max(1, shuffled.length), (long) POOL * batch);
        for (int start = 0; start < shuffled.length; start += poolSize) {
            int[] pool = Arrays.copyOfRange(shuffled, start, Math.min(shuffled.length, start + poolSize));
            order.addAll(cut(sortedByLength(pool, corpus, truncation), batch));
        }
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, random.nextInt(i + 1));
        }
        return new Batches(corpus, truncation, order);
    }

    /** The kept ids of these reviews in this order. */
    public static int[][] sequences(EncodedCorpus corpus, int[] reviews, Truncation truncation) {
        int[][] sequences = new int[reviews.length][];
        for (int i = 0; i < reviews.length; i++) {
            ReviewBatch alone = new Batches(corpus, truncation, List.of(new int[] {reviews[i]})).get(0);
            sequences[i] = alone.ids();
        }
        return sequences;
    }

    /** All of these reviews once, from the shortest on: the order in which computing alone, without learning, is fastest. */
    public static Batches byLength(EncodedCorpus corpus, int[] reviews, Truncation truncation, int batch) {
        return new Batches(corpus, truncation, cut(sortedByLength(reviews, corpus, truncation), batch));
    }

    /** Stable, so that reviews of one length keep the order that the seed gave them. */
    private static int[] sortedByLength(int[] pool, EncodedCorpus corpus, Truncation truncation) {
        return Arrays.stream(pool)
                .boxed()
                .sorted(Comparator.comparingInt(review -> truncation.kept(corpus.length(review))))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static List<int[]> cut(int[] pool, int batch) {
        List<int[]> batches = new ArrayList<>();
        int size = Math.min(batch, Math.max(1, pool.length));
        for (int start = 0; start < pool.length; start += size) {
            batches.add(Arrays.copyOfRange(pool, start, Math.min(pool.length, start + size)));
        }
        return batches;
    }

    public int size() {
        return order.size();
    }

    /** Share of the places in all batches that no review fills. */
    public double padding() {
        long places = 0;
        long filled = 0;
        for (int[] reviews : order) {
            int[] lengths = lengths(reviews);
            places += (long) lengths.length * longest(lengths);
            filled += Arrays.stream(lengths).asLongStream().sum();
        }
        return places == 0 ? 0 : (double) (places - filled) / places;
    }

    private int[] lengths(int[] reviews) {
        return Arrays.stream(reviews)
                .map(review -> truncation.kept(corpus.length(review)))
                .toArray();
    }

    private static int longest(int[] lengths) {
        return Arrays.stream(lengths).max().orElse(0);
    }

    /** The batch at this place of the order. */
    public ReviewBatch get(int index) {
        int[] reviews = order.get(index);
        int[] lengths = lengths(reviews);
        int steps = longest(lengths);
        int[] ids = new int[Math.multiplyExact(reviews.length, steps)]; // [batch][steps]
        Arrays.fill(ids, Vocabulary.PADDING);
        for (int row = 0; row < reviews.length; row++) {
            int length = corpus.length(reviews[row]);
            int head = truncation.fromHead(length);
            int tail = lengths[row] - head;
            corpus.copyIds(reviews[row], 0, ids, row * steps, head);
            corpus.copyIds(reviews[row], length - tail, ids, row * steps + head, tail);
        }
        return new ReviewBatch(reviews, ids, lengths, steps);
    }
}
