package tritone.comparison;

import java.util.Locale;
import tritone.evaluation.Interval;

/** Says in words what two tests allow to be concluded of a pair. */
final class Verdicts {
    static final double LEVEL = 0.05;

    private final ReviewFacts reviews;
    private final int pairs;
    private final int folds;

    /** {@code pairs} is how many are asked about in all. */
    Verdicts(ReviewFacts reviews, int pairs, int folds) {
        this.reviews = reviews;
        this.pairs = pairs;
        this.folds = folds;
    }

    /** The same findings with their verdict. */
    PairFindings judged(PairFindings pair, Entrant first, Entrant second) {
        boolean drawn = folds > 1
                || first.trials().get(0).seed().isPresent()
                || second.trials().get(0).seed().isPresent();
        boolean byReviews = pair.reviews().holm() < LEVEL && leavesZeroOut(pair.difference());
        boolean bySeeds = !drawn || pair.seeds().holm().orElse(1) < LEVEL;
        double deviation = Math.max(deviation(first), deviation(second));
        PairFindings.Verdict verdict = verdict(
                byReviews,
                bySeeds && drawn,
                deviation > 0 && Math.abs(pair.difference().value()) <= deviation);
        if (byReviews && !drawn) {
            verdict = PairFindings.Verdict.BETTER;
        }
        return new PairFindings(
                pair.first(),
                pair.second(),
                pair.difference(),
                pair.reviews(),
                pair.seeds(),
                verdict,
                sentence(pair, verdict, drawn));
    }

    /** Else reviews and seeds disagree about who is better. */
    private static boolean leavesZeroOut(Interval difference) {
        return difference.low() > 0 || difference.high() < 0;
    }

    private double deviation(Entrant entrant) {
        double[] accuracies = entrant.trials().stream()
                .mapToDouble(trial -> trial.evaluation(reviews).accuracy().value())
                .toArray();
        return Spread.deviation(accuracies).orElse(0);
    }

    private static PairFindings.Verdict verdict(boolean byReviews, boolean bySeeds, boolean withinSeeds) {
        if (byReviews) {
            return bySeeds ? PairFindings.Verdict.BETTER : PairFindings.Verdict.BETTER_WITH_THESE_SEEDS;
        }
        if (bySeeds) {
            return PairFindings.Verdict.BETTER_ON_THESE_REVIEWS;
        }
        return withinSeeds ? PairFindings.Verdict.WITHIN_SEEDS : PairFindings.Verdict.WITHIN_REVIEWS;
    }

    private String sentence(PairFindings pair, PairFindings.Verdict verdict, boolean drawn) {
        String better = Wording.name(pair.better());
        String worse = Wording.name(pair.worse());
        String gap = Wording.points(pair.difference());
        String byReviews = Wording.p(pair.reviews().holm());
        return switch (verdict) {
            case BETTER ->
                better + " is better than " + worse + " here, by " + gap
                        + (drawn
                                ? ": neither the choice of reviews (" + byReviews + ") nor that of " + drawings() + " ("
                                        + bySeeds(pair) + ") explains it."
                                : ": the choice of reviews (" + byReviews + ") does not explain it.");
            case BETTER_WITH_THESE_SEEDS ->
                better + " does better than " + worse + " by " + gap
                        + ", which the choice of reviews does not explain (" + byReviews + "); " + tooFewSeeds(pair);
            case BETTER_ON_THESE_REVIEWS ->
                better + " does better than " + worse
                        + (folds > 1 ? " on all folds alike (" : " with every seed alike (") + bySeeds(pair) + "), by "
                        + gap + ", but on other reviews it may be the other way round (" + byReviews + ").";
            case WITHIN_SEEDS ->
                Wording.name(pair.first()) + " and " + Wording.name(pair.second()) + " cannot be told apart here: "
                        + Wording.points(pair.difference().value()) + " is within what the seed alone does.";
            case WITHIN_REVIEWS ->
                Wording.name(pair.first()) + " and " + Wording.name(pair.second()) + " cannot be told apart here: with "
                        + String.format(Locale.ROOT, "%,d", reviews.size()) + " reviews " + gap + " may be chance"
                        + (pair.reviews().holm() < LEVEL ? "." : " (" + byReviews + among() + ").");
        };
    }

    private String among() {
        return pairs > 1 ? " among " + Wording.count(pairs, "pair", "pairs") : "";
    }

    private String drawings() {
        return folds > 1 ? "folds" : "seeds";
    }

    private static String bySeeds(PairFindings pair) {
        return Wording.p(pair.seeds().holm().orElse(1));
    }

    private String tooFewSeeds(PairFindings pair) {
        int count = pair.seeds().differences().size();
        if (folds > 1) {
            return "the folds differ too much to say it of other reviews to learn from (" + bySeeds(pair) + ").";
        }
        if (count < 2) {
            return "one seed says nothing of what others would do.";
        }
        return Wording.count(count, "run", "runs") + " each are too few to say it of any seed (" + bySeeds(pair) + ").";
    }
}
