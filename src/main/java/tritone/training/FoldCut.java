package tritone.training;

import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * Cuts the reviews with a label into folds and chooses one to validate on: each of them is in exactly one. Only the seed and
 * the reviews decide, not their order.
 */
final class FoldCut {
    private FoldCut() {}

    /** The places of the chosen reviews. */
    static BitSet choose(ReviewIndex index, Fold fold, boolean byGroup, long seed) {
        Random random = new Random(seed);
        return byGroup ? groups(index.shuffledGroups(random), fold) : strata(index.shuffledStrata(random), fold);
    }

    /** Whole groups in a random order, each into the smallest fold so far. */
    private static BitSet groups(List<List<Integer>> groups, Fold fold) {
        check(fold, groups.size(), "group");
        BitSet chosen = new BitSet();
        int[] sizes = new int[fold.of()];
        for (List<Integer> group : groups) {
            int smallest = 0;
            for (int i = 1; i < sizes.length; i++) {
                smallest = sizes[i] < sizes[smallest] ? i : smallest;
            }
            sizes[smallest] += group.size();
            if (smallest == fold.number() - 1) {
                group.forEach(chosen::set);
            }
        }
        return chosen;
    }

    /** Dealt out in turn, label after label, so that neither labels nor all differ by more than one between folds. */
    private static BitSet strata(List<List<Integer>> strata, Fold fold) {
        check(fold, strata.stream().mapToInt(List::size).sum(), "review with a label");
        BitSet chosen = new BitSet();
        int dealt = 0;
        for (List<Integer> stratum : strata) {
            for (int place : stratum) {
                if (dealt % fold.of() == fold.number() - 1) {
                    chosen.set(place);
                }
                dealt++;
            }
        }
        return chosen;
    }

    private static void check(Fold fold, int most, String what) {
        if (fold.of() > most) {
            throw new TrainingDataException(Setting.VALIDATION + " must be one of at most " + most
                    + " folds, one for each " + what + ", but was " + fold);
        }
    }
}
