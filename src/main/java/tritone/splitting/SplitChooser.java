package tritone.splitting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Chooses a part for each review. What stays together is placed first, the largest bundles before the smaller ones, each where
 * the labels are then nearest to their shares; single reviews make up for what is missing. Where all are single, each part
 * has of each label its share but for one review, and in all what it is to have. Only the seed and the reviews decide, not
 * their order.
 */
final class SplitChooser {
    private final SplitIndex index;
    private final int[] strata;
    private final double[][] quota; // [stratum][part]
    private final int[][] placed; // [stratum][part]
    private final int[] chosen;
    private final int parts;

    private SplitChooser(SplitIndex index, int[] strata, int count, double[] wanted) {
        this.index = index;
        this.strata = strata;
        this.parts = wanted.length;
        this.chosen = new int[strata.length];
        this.placed = new int[count][parts];
        this.quota = new double[count][parts];
        int[] sizes = new int[count];
        for (int stratum : strata) {
            sizes[stratum]++;
        }
        for (int stratum = 0; stratum < count; stratum++) {
            for (int part = 0; part < parts; part++) {
                quota[stratum][part] = sizes[stratum] * wanted[part] / strata.length;
            }
        }
    }

    /**
     * The part of each review by number.
     *
     * @param strata the label of each, below {@code count}
     * @param wanted how many reviews each part takes; all of them together are all reviews
     */
    static int[] choose(SplitIndex index, int[] strata, int count, double[] wanted, long seed) {
        SplitChooser chooser = new SplitChooser(index, strata, count, wanted);
        Random random = new Random(seed);
        List<List<Integer>> bundles = index.bundles();
        bundles.forEach(bundle -> bundle.sort(chooser.byText()));
        bundles.sort(Comparator.comparing(bundle -> bundle.get(0), chooser.byText()));
        Collections.shuffle(bundles, random);
        // Only by the order of magnitude, so that the seed has its say between bundles of about a size.
        bundles.sort(Comparator.comparingInt(bundle -> Integer.numberOfLeadingZeros(bundle.size())));
        List<Integer> singles = new ArrayList<>();
        for (List<Integer> bundle : bundles) {
            if (bundle.size() > 1) {
                chooser.place(bundle);
            } else {
                singles.add(bundle.get(0));
            }
        }
        chooser.placeSingles(singles);
        return chooser.chosen;
    }

    /** Not by id: many a review has none but the number of its line. No two bundles have a text in common. */
    private Comparator<Integer> byText() {
        return Comparator.comparingLong(
                        (Integer place) -> index.entry(place).text().first())
                .thenComparingLong(place -> index.entry(place).text().second());
    }

    private void place(List<Integer> bundle) {
        int[] counts = new int[quota.length];
        bundle.forEach(place -> counts[strata[place]]++);
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int part = 0; part < parts; part++) {
            double worse = worse(counts, bundle.size(), part);
            if (worse < least) {
                least = worse;
                best = part;
            }
        }
        for (int stratum = 0; stratum < counts.length; stratum++) {
            placed[stratum][best] += counts[stratum];
        }
        for (int place : bundle) {
            chosen[place] = best;
        }
    }

    /**
     * By how much the squared distances from what a part is to have, of each label and of all, grow if it takes so many more;
     * each as a share of that, so that a small part gets its groups when a large one does, and not the last ones.
     */
    private double worse(int[] counts, int size, int part) {
        double wanted = 0;
        int there = 0;
        double worse = 0;
        for (int stratum = 0; stratum < counts.length; stratum++) {
            wanted += quota[stratum][part];
            there += placed[stratum][part];
            worse += growth(counts[stratum], placed[stratum][part], quota[stratum][part]);
        }
        return wanted == 0 ? Double.POSITIVE_INFINITY : worse + growth(size, there, wanted);
    }

    private static double growth(double more, double there, double wanted) {
        return more == 0 ? 0 : more * (more + 2 * (there - wanted)) / Math.max(1e-9, wanted);
    }

    private void placeSingles(List<Integer> singles) {
        List<List<Integer>> byStratum = new ArrayList<>();
        for (int i = 0; i < quota.length; i++) {
            byStratum.add(new ArrayList<>());
        }
        singles.forEach(place -> byStratum.get(strata[place]).add(place));
        double[][] missing = new double[quota.length][];
        for (int stratum = 0; stratum < quota.length; stratum++) {
            missing[stratum] = missing(stratum, byStratum.get(stratum).size());
        }
        int[][] counts = ControlledRounding.of(missing);
        for (int stratum = 0; stratum < quota.length; stratum++) {
            int next = 0;
            for (int part = 0; part < parts; part++) {
                for (int i = 0; i < counts[stratum][part]; i++) {
                    chosen[byStratum.get(stratum).get(next++)] = part;
                }
            }
        }
    }

    /** What each part is still to have of a label, scaled to how many single reviews there are. */
    private double[] missing(int stratum, int singles) {
        double[] missing = new double[parts];
        double sum = 0;
        for (int part = 0; part < parts; part++) {
            missing[part] = Math.max(0, quota[stratum][part] - placed[stratum][part]);
            sum += missing[part];
        }
        for (int part = 0; part < parts; part++) {
            missing[part] = singles == 0 ? 0 : missing[part] * singles / sum;
        }
        return missing;
    }
}
