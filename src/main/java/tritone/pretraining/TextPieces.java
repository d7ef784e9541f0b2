package tritone.pretraining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import tritone.encoding.EncodedCorpus;

/** Reviews cut into pieces of a bounded length, in batches of similar ones, in an order that only a seed decides. */
final class TextPieces {
    /** Batches whose pieces are sorted by length together. */
    private static final int POOL = 50;

    /** What has nothing to guess in it. */
    private static final int TOO_SHORT = 1;

    private final List<Piece> pieces = new ArrayList<>();

    /** Some neighbouring ids of a review. */
    private record Piece(EncodedCorpus corpus, int review, int from, int length) {
        int[] ids() {
            int[] ids = new int[length];
            corpus.copyIds(review, from, ids, 0, length);
            return ids;
        }
    }

    /** No piece is longer than {@code most}; those of one review are of one length, give or take a token. */
    TextPieces(List<ReviewText> texts, int most) {
        for (ReviewText text : texts) {
            for (int review : text.reviews()) {
                cut(text.corpus(), review, most);
            }
        }
    }

    private void cut(EncodedCorpus corpus, int review, int most) {
        long length = corpus.length(review);
        long parts = (length + most - 1) / most;
        for (long part = 0; part < parts; part++) {
            int from = (int) (length * part / parts);
            int end = (int) (length * (part + 1) / parts);
            if (end - from > TOO_SHORT) {
                pieces.add(new Piece(corpus, review, from, end - from));
            }
        }
    }

    int size() {
        return pieces.size();
    }

    /** Steps in one pass. */
    int batches(int size) {
        return (pieces.size() + size - 1) / size;
    }

    /** All pieces once; a pool's last batch may be smaller. */
    List<Batch> shuffled(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Piece[] order = pieces.toArray(Piece[]::new);
        shuffle(Arrays.asList(order), random);
        List<Batch> batches = new ArrayList<>();
        int pool = (int) Math.min(order.length, (long) POOL * size);
        for (int start = 0; start < order.length; start += pool) {
            int end = Math.min(order.length, start + pool);
            Arrays.sort(order, start, end, Comparator.comparingInt(Piece::length)); // keeps the order of equal ones
            for (int first = start; first < end; first += size) {
                batches.add(new Batch(List.of(Arrays.copyOfRange(order, first, Math.min(end, first + size)))));
            }
        }
        shuffle(batches, random);
        return batches;
    }

    private static void shuffle(List<?> list, SplittableRandom random) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }

    /** Pieces that are learnt from together. */
    record Batch(List<Piece> pieces) {
        int[][] ids() {
            return pieces.stream().map(Piece::ids).toArray(int[][]::new);
        }

        long tokens() {
            return pieces.stream().mapToLong(Piece::length).sum();
        }
    }
}
