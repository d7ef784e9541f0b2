package tritone.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tritone.corpus.Labels;
import tritone.corpus.Split;

/**
 * A corpus in figures.
 *
 * @param labels reviews per class, over all parts
 * @param unlabelled reviews without a label, over all parts
 */
public record CorpusStatistics(
        long reviews, Map<String, Long> labels, long unlabelled, List<Part> parts, Words vocabulary) {

    /** One part of the corpus. */
    public record Part(
            String part,
            long reviews,
            Map<String, Long> labels,
            long unlabelled,
            long groups,
            long tokens,
            Lengths tokensPerReview) {}

    /** Tokens per review; p90 is the length that 90 % of the reviews do not exceed. */
    public record Lengths(int min, int p10, int p50, int p90, int p99, int max, double mean) {
        static Lengths of(CorpusCounts counts) {
            return new Lengths(
                    counts.lengthPercentile(0),
                    counts.lengthPercentile(0.1),
                    counts.lengthPercentile(0.5),
                    counts.lengthPercentile(0.9),
                    counts.lengthPercentile(0.99),
                    counts.lengthPercentile(1),
                    (double) counts.tokens().total() / counts.reviews());
        }
    }

    /**
     * The different tokens of the part to learn from.
     *
     * @param forgottenUpTo 0 if all counts are exact, see {@link TokenCounts#forgottenUpTo}
     */
    public record Words(long size, long seenOnce, long forgottenUpTo, List<Coverage> coverage) {}

    /** Share of each part's tokens that are among the most frequent ones of the part to learn from. */
    public record Coverage(int size, Map<String, Double> share) {}

    private static final int[] SIZES = {1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000};

    /**
     * Figures from the counts of each part; the first part is the one to learn from.
     *
     * @param declared the classes, if they were; else they are what the labels of all parts together mean
     */
    public static CorpusStatistics of(Map<Split, CorpusCounts> counts, Optional<Labels> declared) {
        Labels classes = declared.orElseGet(() -> Labels.observed(counts.values().stream()
                .flatMap(counted -> counted.labels().keySet().stream())
                .collect(Collectors.toSet())));
        List<Part> parts = new ArrayList<>();
        Map<String, Long> labels = new TreeMap<>(Comparator.comparingInt(classes::indexOf));
        counts.forEach((split, counted) -> {
            parts.add(part(split, counted, classes));
            counted.classes(classes).forEach((name, count) -> labels.merge(name, count, Long::sum));
        });
        return new CorpusStatistics(
                parts.stream().mapToLong(Part::reviews).sum(),
                labels,
                parts.stream().mapToLong(Part::unlabelled).sum(),
                parts,
                words(counts));
    }

    private static Part part(Split split, CorpusCounts counts, Labels classes) {
        long labelled =
                counts.labels().values().stream().mapToLong(Long::longValue).sum();
        return new Part(
                split.toString(),
                counts.reviews(),
                counts.classes(classes),
                counts.reviews() - labelled,
                counts.groups(),
                counts.tokens().total(),
                Lengths.of(counts));
    }

    private static Words words(Map<Split, CorpusCounts> counts) {
        TokenCounts learnt = counts.values().iterator().next().tokens();
        Map<Integer, Map<String, Double>> shares = new LinkedHashMap<>();
        counts.forEach((split, counted) -> {
            double[] coverage = learnt.coverageOf(counted.tokens(), SIZES);
            for (int i = 0; i < SIZES.length && (i == 0 || SIZES[i - 1] < learnt.distinct()); i++) {
                shares.computeIfAbsent(SIZES[i], size -> new LinkedHashMap<>()).put(split.toString(), coverage[i]);
            }
        });
        List<Coverage> coverage = new ArrayList<>();
        shares.forEach((size, share) -> coverage.add(new Coverage(size, share)));
        return new Words(learnt.distinct(), learnt.seen(1), learnt.forgottenUpTo(), coverage);
    }
}
