package tritone.inspection;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tritone.corpus.BytesRead;
import tritone.corpus.CorpusPart;
import tritone.corpus.Quote;
import tritone.corpus.Review;
import tritone.corpus.ReviewBlock;
import tritone.corpus.ReviewBlocks;
import tritone.corpus.ReviewReader;

/** Reads every part again for what is only wanted of few reviews: their phrases, and some words to show. */
final class SecondReading {
    private final FirstReading first;
    private final BitSet compared;
    private final BitSet shown;
    private final Map<Integer, long[]> phrases = new HashMap<>();
    private final Map<Integer, String> words = new HashMap<>();

    /**
     * Prepares.
     *
     * @param compared rows whose phrases are wanted
     * @param shown rows of which some words are
     */
    SecondReading(FirstReading first, BitSet compared, BitSet shown) {
        this.first = first;
        this.compared = compared;
        this.shown = shown;
    }

    void read(List<CorpusPart> parts, int threads) throws IOException {
        for (int i = 0; i < parts.size(); i++) {
            int start = first.rows.start(i);
            int end = first.rows.start(i + 1);
            if (isWanted(compared, start, end) || isWanted(shown, start, end)) {
                try (ReviewReader reader = open(parts.get(i))) {
                    String name = parts.get(i).name();
                    ReviewBlocks.process(reader, threads, () -> new Reader(start, name), this::add);
                }
            }
        }
    }

    private static boolean isWanted(BitSet rows, int start, int end) {
        int next = rows.nextSetBit(start);
        return next >= 0 && next < end;
    }

    private ReviewReader open(CorpusPart part) {
        return part.isStream()
                ? new KeptTexts(first.kept.get(part).iterator())
                : new SteadyReader(part.open(), (review, place) -> {});
    }

    /** Some rows of a block. */
    private record Wanted(Map<Integer, long[]> phrases, Map<Integer, String> words) {}

    private final class Reader implements Function<ReviewBlock, Wanted> {
        private final TextWords textWords = new TextWords();
        private final int start;
        private final String part;

        Reader(int start, String part) {
            this.start = start;
            this.part = part;
        }

        @Override
        public Wanted apply(ReviewBlock block) {
            Wanted wanted = new Wanted(new HashMap<>(), new HashMap<>());
            for (int i = 0; i < block.reviews().size(); i++) {
                int row = Math.toIntExact(start + block.firstIndex() + i);
                String text = block.reviews().get(i).text();
                if (compared.get(row) || shown.get(row)) {
                    check(row, text);
                }
                if (compared.get(row)) {
                    textWords.read(text, (characters, length) -> {});
                    wanted.phrases.put(row, textWords.phrases().distinct());
                }
                if (shown.get(row)) {
                    wanted.words.put(row, Quote.of(text.strip()));
                }
            }
            return wanted;
        }

        private void check(int row, String text) {
            if (row >= first.rows.size() || TextWords.hash(text) != first.rows.texts.get(row)) {
                throw new PartChangedException(part + ": changed while it was read");
            }
        }
    }

    private void add(Wanted wanted) {
        phrases.putAll(wanted.phrases);
        words.putAll(wanted.words);
    }

    /** The different phrases of a row that is compared, in ascending order. */
    long[] phrases(int row) {
        return phrases.get(row);
    }

    /** The first words of a row that is shown. */
    String words(int row) {
        return words.get(row);
    }

    /** What a stream brought, once more. */
    private record KeptTexts(Iterator<String> texts) implements ReviewReader {
        @Override
        public Review next() {
            return texts.hasNext() ? Review.of("", texts.next()) : null;
        }

        @Override
        public String rowId() {
            return "";
        }

        @Override
        public String place() {
            return "";
        }

        @Override
        public BytesRead bytesRead() {
            return BytesRead.NONE;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
