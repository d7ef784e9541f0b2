package tritone.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import tritone.corpus.CorpusPart;
import tritone.corpus.Review;
import tritone.corpus.ReviewReader;

/** What a cut must know of each review, in the order of the corpus. */
record ReviewIndex(List<String> ids, List<String> labels, List<Optional<String>> groups) {
    static ReviewIndex of(CorpusPart part) throws IOException {
        ReviewIndex index = new ReviewIndex(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (ReviewReader reader = part.open()) {
            for (Review review = reader.next(); review != null; review = reader.next()) {
                index.ids.add(review.id());
                index.labels.add(review.label().orElse(""));
                index.groups.add(review.group());
            }
        }
        return index;
    }

    int size() {
        return ids.size();
    }

    boolean hasGroups() {
        return groups.stream().anyMatch(Optional::isPresent);
    }

    /** These groups by id instead of the corpus' own. */
    ReviewIndex with(Map<String, String> groupOf) {
        return new ReviewIndex(
                ids,
                labels,
                ids.stream().map(id -> Optional.ofNullable(groupOf.get(id))).toList());
    }

    /** The places of labelled reviews, those of a group together, each without one for itself; the groups in a random order. */
    List<List<Integer>> shuffledGroups(Random random) {
        List<List<Integer>> groups = new ArrayList<>(byGroup().values());
        Collections.shuffle(groups, random);
        return groups;
    }

    /** The places of labelled reviews label by label, each label's in a random order. */
    List<List<Integer>> shuffledStrata(Random random) {
        List<List<Integer>> strata = new ArrayList<>(byLabel().values());
        for (List<Integer> stratum : strata) {
            // By id, so that the same reviews are chosen from a file in another order.
            stratum.sort(Comparator.comparing((Integer place) -> ids.get(place)));
            Collections.shuffle(stratum, random);
        }
        return strata;
    }

    private Map<String, List<Integer>> byGroup() {
        Map<String, List<Integer>> byGroup = new TreeMap<>();
        for (int i = 0; i < size(); i++) {
            if (!labels.get(i).isEmpty()) {
                String alone = "\u0000" + ids.get(i); // no group is called so
                byGroup.computeIfAbsent(groups.get(i).orElse(alone), key -> new ArrayList<>())
                        .add(i);
            }
        }
        return byGroup;
    }

    private Map<String, List<Integer>> byLabel() {
        Map<String, List<Integer>> byLabel = new TreeMap<>();
        for (int i = 0; i < size(); i++) {
            if (!labels.get(i).isEmpty()) {
                byLabel.computeIfAbsent(labels.get(i), key -> new ArrayList<>()).add(i);
            }
        }
        return byLabel;
    }
}
