package tritone.training;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Chooses reviews to validate on. Only the seed and the reviews decide, not their order. */
final class ValidationCut {
    private ValidationCut() {}

    /**
     * The places of the chosen reviews.
     *
     * @param amount a share below 1, or a number of reviews
     */
    static BitSet choose(ReviewIndex index, double amount, boolean byGroup, long seed) {
        int labelled =
                (int) index.labels().stream().filter(label -> !label.isEmpty()).count();
        long wanted = Math.round(amount < 1 ? amount * labelled : amount);
        if (wanted >= labelled) {
            throw new TrainingDataException(Setting.VALIDATION + " must leave reviews to learn from but takes " + wanted
                    + " of " + labelled + " with a label");
        }
        return byGroup ? groups(index, (int) wanted, seed) : strata(index, (int) wanted, labelled, seed);
    }

    /** Whole groups in a random order, as long as they fit: where small ones are left, the number is met exactly. */
    private static BitSet groups(ReviewIndex index, int wanted, long seed) {
        BitSet chosen = new BitSet(index.size());
        int size = 0;
        for (List<Integer> group : index.shuffledGroups(new Random(seed))) {
            if (size + group.size() <= wanted) {
                group.forEach(chosen::set);
                size += group.size();
            }
        }
        return chosen;
    }

    /** Of each label its share, the larger remainders rounded up. */
    private static BitSet strata(ReviewIndex index, int wanted, int labelled, long seed) {
        BitSet chosen = new BitSet(index.size());
        List<List<Integer>> strata = index.shuffledStrata(new Random(seed));
        int[] sizes = sizes(strata, wanted, labelled);
        for (int i = 0; i < sizes.length; i++) {
            strata.get(i).subList(0, sizes[i]).forEach(chosen::set);
        }
        return chosen;
    }

    private static int[] sizes(List<List<Integer>> strata, int wanted, int labelled) {
        int[] sizes = new int[strata.size()];
        List<Integer> byRemainder = new ArrayList<>();
        int given = 0;
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = (int) ((long) wanted * strata.get(i).size() / labelled);
            given += sizes[i];
            byRemainder.add(i);
        }
        byRemainder.sort(Comparator.comparing(
                (Integer i) -> -((long) wanted * strata.get(i).size() % labelled)));
        for (int i = 0; given < wanted; i++, given++) {
            sizes[byRemainder.get(i)]++;
        }
        return sizes;
    }
}
