package tritone.splitting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tritone.corpus.Labels;

/** A part for each review of a corpus. */
public final class CorpusSplit {
    private final SplitIndex index;
    private final PartsPlan plan;
    private final Labels labels;
    private final int[] strata;
    private final int[] parts;

    private CorpusSplit(SplitIndex index, PartsPlan plan, Labels labels, int[] strata, int[] parts) {
        this.index = index;
        this.plan = plan;
        this.labels = labels;
        this.strata = strata;
        this.parts = parts;
    }

    /** Cuts what was indexed; no part may stay empty. */
    public static CorpusSplit of(SplitIndex index, PartsPlan plan, long seed) {
        index.checkGroups();
        Labels labels = index.labels();
        int[] strata = index.strata(labels);
        double[] wanted = plan.wanted(index.size(), index.name());
        int[] parts = SplitChooser.choose(index, strata, labels.names().size() + 1, wanted, seed);
        CorpusSplit split = new CorpusSplit(index, plan, labels, strata, parts);
        for (PartTally tally : split.tallies()) {
            if (tally.reviews() == 0) {
                throw new SplitException(
                        index.name() + ": expected reviews for the part " + tally.part() + " but none are left for it");
            }
        }
        return split;
    }

    PartsPlan plan() {
        return plan;
    }

    SplitIndex index() {
        return index;
    }

    /** The part of a review by number; {@code plan.parts().size()} for none. */
    int part(int place) {
        return parts[place];
    }

    /** Reviews whose text stood before, which went where that one did. */
    public int repeated() {
        return index.repeated();
    }

    /** Reviews that are in no part. */
    public long leftOver() {
        int none = plan.parts().size();
        return Arrays.stream(parts).filter(part -> part == none).count();
    }

    /** What each part holds, in the order of the plan. */
    public List<PartTally> tallies() {
        List<PartTally> tallies = new ArrayList<>();
        for (int part = 0; part < plan.parts().size(); part++) {
            tallies.add(tally(part));
        }
        return tallies;
    }

    private PartTally tally(int part) {
        int[] counts = new int[labels.names().size() + 1];
        Set<String> groups = new HashSet<>();
        int reviews = 0;
        for (int place = 0; place < parts.length; place++) {
            if (parts[place] == part) {
                reviews++;
                counts[strata[place]]++;
                groups.add(index.entry(place).group());
            }
        }
        groups.remove(null);
        Map<String, Integer> byLabel = new LinkedHashMap<>();
        for (int label = 0; label < labels.names().size(); label++) {
            byLabel.put(labels.names().get(label), counts[label]);
        }
        return new PartTally(plan.names().get(part), reviews, byLabel, counts[counts.length - 1], groups.size());
    }
}
