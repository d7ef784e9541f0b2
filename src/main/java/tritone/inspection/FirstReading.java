package tritone.inspection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import tritone.corpus.BytesRead;
import tritone.corpus.CorpusPart;
import tritone.corpus.Quote;
import tritone.corpus.Review;
import tritone.corpus.ReviewBlocks;

/** Reads every part once, counts what a single text shows, and keeps numbers by which texts are compared. */
final class FirstReading {
    private static final int SHORT_TOKENS = 5;

    final Rows rows = new Rows();
    final Places places = new Places();
    final Tally tally = new Tally();
    final RatingTally ratings = new RatingTally();
    final List<Inspection.Part> parts = new ArrayList<>();
    final List<Example> badRows = new ArrayList<>();

    /** The texts of parts that cannot be read again. */
    final Map<CorpusPart, List<String>> kept = new IdentityHashMap<>();

    private final InspectionOptions options;

    FirstReading(InspectionOptions options) {
        this.options = options;
    }

    void read(CorpusPart part, BiConsumer<CorpusPart, BytesRead> progress) throws IOException {
        List<String> texts = new ArrayList<>();
        PartCounts counts = new PartCounts();
        rows.beginPart();
        BiConsumer<Review, String> watcher = (review, place) -> {
            places.add(place);
            if (part.isStream()) {
                texts.add(review.text());
            }
        };
        try (SteadyReader reader = new SteadyReader(part.open(), watcher)) {
            ReviewBlocks.process(reader, options.threads(), () -> new TextExaminer(options.chain()), examined -> {
                for (int i = 0; i < examined.facts().size(); i++) {
                    add(examined.block().reviews().get(i), examined.facts().get(i), counts);
                }
                progress.accept(part, examined.block().bytesRead());
            });
            reader.firstFaults().forEach(this::addBadRow);
            parts.add(counts.part(part, reader.faults()));
        }
        kept.put(part, texts);
    }

    /** What belongs to one part. */
    private static final class PartCounts {
        private final Map<String, Long> labels = new TreeMap<>();
        private final Map<Long, Integer> ids = new HashMap<>();
        private long reviews;
        private long unlabelled;

        Inspection.Part part(CorpusPart part, long badRows) {
            return new Inspection.Part(part.name(), part.split().toString(), reviews, badRows, labels, unlabelled);
        }
    }

    private void add(Review review, TextFacts facts, PartCounts counts) {
        int row = rows.add(review, facts);
        counts.reviews++;
        review.label().ifPresentOrElse(label -> counts.labels.merge(label, 1L, Long::sum), () -> counts.unlabelled++);
        if (!review.id().isEmpty()) {
            Integer first = counts.ids.putIfAbsent(TextWords.hash(review.id()), row);
            if (first != null) {
                tally.add(Kind.SAME_ID, List.of(first, row), () -> Quote.of(review.id()));
            }
        }
        facts.faults().forEach((kind, at) -> tally.add(kind, row, () -> Example.words(review.text(), at)));
        addLength(review.text(), facts.tokens(), row);
        addRatings(review, facts.ratings(), row);
    }

    private void addLength(String text, int tokens, int row) {
        if (tokens == 0) {
            tally.add(Kind.EMPTY_TEXT, row, () -> Quote.of(text.strip()));
        } else if (tokens < SHORT_TOKENS) {
            tally.add(Kind.SHORT_TEXT, row, () -> Quote.of(text));
        }
        if (tokens > options.maxTokens()) {
            tally.add(Kind.CUT_TEXT, row, () -> tokens + " tokens: " + Quote.of(text));
        }
    }

    private void addRatings(Review review, List<NamedRating> named, int row) {
        if (!named.isEmpty()) {
            tally.add(
                    Kind.RATING_IN_TEXT,
                    row,
                    () -> Example.words(review.text(), named.get(0).at()));
        }
        ratings.add(review, named);
    }

    private void addBadRow(SteadyReader.Fault fault) {
        if (badRows.size() < Example.MOST) {
            String words = options.words().apply(fault.cause());
            String place = fault.place() + ": ";
            badRows.add(new Example(
                    List.of(fault.place()), words.startsWith(place) ? words.substring(place.length()) : words));
        }
    }
}
