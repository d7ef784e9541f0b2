package tritone.vocabulary;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import tritone.corpus.BytesRead;
import tritone.corpus.CorpusPart;
import tritone.corpus.Labels;
import tritone.corpus.Review;
import tritone.corpus.ReviewBlock;
import tritone.corpus.ReviewBlocks;
import tritone.corpus.ReviewReader;
import tritone.text.Chain;
import tritone.text.TextAnalyzer;

/** What one reading of a part of a corpus counts: its reviews, labels and groups, their lengths, and every token. */
public final class CorpusCounts {
    private final TokenCounts tokens = new TokenCounts();
    private final Map<String, Long> labels = new TreeMap<>();
    private final Set<String> groups = new HashSet<>();
    private int[] lengths = new int[1024];
    private int reviews;
    private BytesRead bytesRead;
    private boolean sorted;

    private CorpusCounts() {}

    /**
     * Reads and counts. The result does not depend on the number of threads.
     *
     * @param progress is told now and then how far it is
     */
    public static CorpusCounts of(CorpusPart part, Chain chain, int threads, Consumer<BytesRead> progress)
            throws IOException {
        return of(part, chain, new BitSet(), threads, progress);
    }

    /**
     * Counts without the reviews at some places of the part: what is not to be learnt from leaves no trace in a vocabulary
     * either.
     */
    public static CorpusCounts of(
            CorpusPart part, Chain chain, BitSet leftOut, int threads, Consumer<BytesRead> progress)
            throws IOException {
        CorpusCounts counts = new CorpusCounts();
        try (ReviewReader reader = part.open()) {
            ReviewBlocks.process(reader, threads, () -> new BlockCounter(new TextAnalyzer(chain), leftOut), block -> {
                counts.add(block);
                progress.accept(block.bytesRead());
            });
        }
        return counts;
    }

    /** The tokens of one block, counted apart so that only the different ones cost time while others wait. */
    private record BlockCounts(List<Review> reviews, BytesRead bytesRead, TokenCounts tokens, int[] lengths) {}

    private record BlockCounter(TextAnalyzer analyzer, BitSet leftOut) implements Function<ReviewBlock, BlockCounts> {
        @Override
        public BlockCounts apply(ReviewBlock block) {
            TokenCounts tokens = new TokenCounts();
            List<Review> reviews = counted(block);
            int[] lengths = new int[reviews.size()];
            for (int i = 0; i < lengths.length; i++) {
                long before = tokens.total();
                analyzer.analyze(reviews.get(i).text(), tokens::add);
                lengths[i] = (int) (tokens.total() - before);
            }
            return new BlockCounts(reviews, block.bytesRead(), tokens, lengths);
        }

        private List<Review> counted(ReviewBlock block) {
            int first = Math.toIntExact(block.firstIndex());
            return IntStream.range(0, block.reviews().size())
                    .filter(i -> !leftOut.get(first + i))
                    .mapToObj(block.reviews()::get)
                    .toList();
        }
    }

    private void add(BlockCounts counted) {
        for (Review review : counted.reviews) {
            review.label().ifPresent(label -> labels.merge(label, 1L, Long::sum));
            review.group().ifPresent(groups::add);
        }
        if (reviews + counted.lengths.length > lengths.length) {
            lengths = Arrays.copyOf(lengths, Math.max(reviews + counted.lengths.length, 2 * reviews));
        }
        System.arraycopy(counted.lengths, 0, lengths, reviews, counted.lengths.length);
        reviews += counted.lengths.length;
        tokens.addAll(counted.tokens);
        bytesRead = counted.bytesRead;
    }

    public int reviews() {
        return reviews;
    }

    /** Reviews per label as it is spelt in the corpus; those without a label are not among them. */
    public Map<String, Long> labels() {
        return Collections.unmodifiableMap(labels);
    }

    /** Reviews per class in the order of the classes, those without any left out. */
    public Map<String, Long> classes(Labels classes) {
        long[] counts = new long[classes.names().size()];
        labels.forEach((label, count) -> counts[classes.indexOf(label)] += count);
        Map<String, Long> named = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                named.put(classes.names().get(i), counts[i]);
            }
        }
        return named;
    }

    /** Different groups, such as films. */
    public int groups() {
        return groups.size();
    }

    public TokenCounts tokens() {
        return tokens;
    }

    public BytesRead bytesRead() {
        return bytesRead;
    }

    /** The number of tokens that this share of the reviews does not exceed (nearest rank). */
    public int lengthPercentile(double share) {
        if (!sorted) {
            Arrays.sort(lengths, 0, reviews);
            sorted = true;
        }
        return lengths[(int) Math.max(0, Math.ceil(share * reviews) - 1)];
    }
}
