package tritone.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import tritone.training.Fold;

/**
 * What is compared.
 *
 * @param seeds each contender is trained once with each
 * @param folds parts that the reviews are cut into, each of which is held back once; 1 for no cutting
 * @param match what contenders are made equal in
 */
public record ComparisonPlan(List<Contender> contenders, List<Long> seeds, int folds, Match match) {
    public ComparisonPlan {
        contenders = List.copyOf(contenders);
        seeds = List.copyOf(seeds);
        if (contenders.isEmpty() || seeds.isEmpty() || folds < 1) {
            throw new IllegalArgumentException("a comparison needs a contender, a seed and at least one fold");
        }
        if (match == Match.PARAMETERS
                && contenders.stream().noneMatch(one -> one.cell().hasStates())) {
            throw new IllegalArgumentException("there is no recurrent cell whose parameters could be matched");
        }
    }

    /** What contenders are made equal in, besides the reviews. */
    public enum Match {
        NOTHING,
        /** Widths are such that the cells have as many parameters. */
        PARAMETERS,
        /** Networks learn for as long as the slowest of them takes for its own plan. */
        TIME;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Every training, all contenders of one seed before the next seed: then what is there can be compared soon. */
    public List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (long seed : seeds) {
            for (int fold = 1; fold <= folds; fold++) {
                for (Contender contender : contenders) {
                    Optional<Fold> own = folds == 1 ? Optional.empty() : Optional.of(new Fold(fold, folds));
                    if (contender.isDrawn()) {
                        runs.add(new Run(contender, OptionalLong.of(seed), own));
                    } else if (seed == seeds.get(0)) {
                        runs.add(new Run(contender, OptionalLong.empty(), own));
                    }
                }
            }
        }
        return runs;
    }

    ComparisonPlan with(List<Contender> others) {
        return new ComparisonPlan(others, seeds, folds, match);
    }
}
