package tritone.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Rows that share a key and may therefore be nearly the same; of rows of the same words only the first. */
final class Buckets {
    /** The rows that share a key in one band, in ascending order. */
    record Bucket(int band, int[] rows) {}

    private final List<Bucket> buckets = new ArrayList<>();
    private final BitSet rows = new BitSet();

    /**
     * Collects them.
     *
     * @param wordHeads of each row the first one of the same words
     */
    Buckets(Rows all, int[] wordHeads) {
        for (int band = 0; band < MinHash.BANDS; band++) {
            collect(band, sorted(all, wordHeads, band));
        }
    }

    /** Keys above, rows below, of all rows that have a key. */
    private static long[] sorted(Rows all, int[] wordHeads, int band) {
        Longs pairs = new Longs();
        for (int row = 0; row < all.size(); row++) {
            if (wordHeads[row] == row && all.hasKeys(row)) {
                pairs.add((long) all.key(row, band) << 32 | row);
            }
        }
        return pairs.distinct();
    }

    private void collect(int band, long[] pairs) {
        int start = 0;
        for (int end = 1; end <= pairs.length; end++) {
            if (end == pairs.length || pairs[end] >> 32 != pairs[start] >> 32) {
                if (end - start > 1) {
                    add(band, Arrays.copyOfRange(pairs, start, end));
                }
                start = end;
            }
        }
    }

    private void add(int band, long[] pairs) {
        int[] bucket = Arrays.stream(pairs).mapToInt(pair -> (int) pair).toArray();
        Arrays.stream(bucket).forEach(rows::set);
        buckets.add(new Bucket(band, bucket));
    }

    /** Band by band. */
    List<Bucket> buckets() {
        return buckets;
    }

    /** All rows that lie in any. */
    BitSet rows() {
        return rows;
    }
}
