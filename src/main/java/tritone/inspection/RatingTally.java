package tritone.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tritone.corpus.Review;

/** Which ratings texts name, counted by label, and whether they are the reviews' own. */
final class RatingTally {
    private static final int MOST_NAMES = 10;
    private static final String UNLABELLED = "without label";

    private final Map<String, Map<String, Long>> byName = new TreeMap<>();
    private final Map<String, Map<String, Long>> byHeight = new TreeMap<>();
    private final Map<Integer, Map<String, Long>> agreements = new TreeMap<>(); // by the highest figure there could be
    private double highest;

    /** Counts each name once a review. */
    void add(Review review, List<NamedRating> ratings) {
        String label = review.label().orElse(UNLABELLED);
        highest = Math.max(highest, review.rating().orElse(0));
        ratings.stream().map(NamedRating::name).distinct().forEach(name -> count(byName, name, label));
        ratings.stream()
                .filter(rating -> rating.most() > 0)
                .map(rating -> 2 * rating.value() > rating.most() ? "more than half" : "half or less")
                .distinct()
                .forEach(height -> count(byHeight, height, label));
        if (review.rating().isPresent()) {
            // What stands last in a text is most often its verdict.
            Map<Integer, Double> last = new TreeMap<>();
            ratings.forEach(rating -> last.put(rating.most(), rating.value()));
            last.forEach((most, value) ->
                    count(agreements, most, Math.abs(value - review.rating().getAsDouble()) <= 0.5 ? "yes" : "no"));
        }
    }

    private static <K> void count(Map<K, Map<String, Long>> counts, K name, String label) {
        counts.computeIfAbsent(name, key -> new TreeMap<>()).merge(label, 1L, Long::sum);
    }

    /** Counts by label of all high and low ratings, how many are the reviews' own, then of the most frequent names. */
    List<Finding.Detail> details() {
        List<Finding.Detail> details = new ArrayList<>();
        byHeight.forEach((name, counts) -> details.add(new Finding.Detail(name, counts)));
        Map<String, Long> agreed = highest == (int) highest ? agreements.get((int) highest) : null;
        if (agreed != null) {
            details.add(new Finding.Detail("the review's own rating", agreed));
        }
        byName.entrySet().stream()
                .sorted(Comparator.comparingLong(RatingTally::total).reversed())
                .limit(MOST_NAMES)
                .forEach(entry -> details.add(new Finding.Detail(entry.getKey(), entry.getValue())));
        return details;
    }

    private static long total(Map.Entry<String, Map<String, Long>> entry) {
        return entry.getValue().values().stream().mapToLong(Long::longValue).sum();
    }
}
