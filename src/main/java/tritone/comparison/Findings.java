package tritone.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import tritone.evaluation.Bootstrap;
import tritone.evaluation.Evaluation;
import tritone.evaluation.Interval;
import tritone.evaluation.PrecisionRecall;

/** Turns answers into everything that a comparison says in figures and in words. */
public final class Findings {
    private static final long BOOTSTRAP_SEED = 1;

    private final ReviewFacts reviews;
    private final List<Entrant> entrants;
    private final List<Entrant> present;

    private Findings(ReviewFacts reviews, List<Entrant> entrants) {
        this.reviews = reviews;
        this.entrants = entrants;
        present =
                entrants.stream().filter(entrant -> !entrant.trials().isEmpty()).toList();
    }

    /** What may be said of these. */
    public static Comparison of(Conditions conditions, ReviewFacts reviews, List<Entrant> entrants, Origin origin) {
        Findings findings = new Findings(reviews, entrants);
        Bootstrap bootstrap = findings.bootstrap();
        List<ContenderFindings> contenders = findings.contenders(bootstrap);
        List<PairFindings> pairs = new PairTests(reviews, findings.present, conditions.folds()).all(bootstrap);
        return new Comparison(
                Comparison.FORMAT,
                conditions,
                new Conclusions(conditions, reviews, contenders, pairs).sentences(findings.absent()),
                contenders,
                findings.absent(),
                pairs,
                new DisagreementFinder(reviews, entrants).find(),
                origin);
    }

    private Bootstrap bootstrap() {
        boolean[][][] right = present.stream()
                .map(entrant -> entrant.trials().stream()
                        .map(trial -> trial.right(reviews))
                        .toArray(boolean[][]::new))
                .toArray(boolean[][][]::new);
        return Bootstrap.of(right, BOOTSTRAP_SEED);
    }

    private List<ContenderFindings> contenders(Bootstrap bootstrap) {
        List<ContenderFindings> contenders = new ArrayList<>();
        for (int i = 0; i < present.size(); i++) {
            contenders.add(contender(present.get(i), bootstrap.accuracies().get(i)));
        }
        return contenders;
    }

    private List<AbsentContender> absent() {
        return entrants.stream()
                .filter(entrant -> entrant.trials().isEmpty())
                .map(entrant ->
                        new AbsentContender(entrant.identity(), entrant.runs().size(), entrant.exploded()))
                .toList();
    }

    private ContenderFindings contender(Entrant entrant, Interval interval) {
        List<Evaluation> evaluations = entrant.trials().stream()
                .map(trial -> trial.evaluation(reviews))
                .toList();
        double[] accuracies = evaluations.stream()
                .mapToDouble(evaluation -> evaluation.accuracy().value())
                .toArray();
        return new ContenderFindings(
                entrant.identity(),
                entrant.size(),
                Spread.of(accuracies, withWidth(interval)),
                figures(entrant, evaluations),
                entrant.runs(),
                entrant.exploded(),
                new DetailMaker(reviews, entrant.trials()).detail(),
                entrant.why(),
                entrant.times());
    }

    /** Where all answers are right, or none, drawing them again shows nothing of what others would be. */
    private Interval withWidth(Interval interval) {
        if (interval.low() < interval.high()) {
            return interval;
        }
        Interval wilson = Interval.wilson((int) Math.round(interval.value() * reviews.size()), reviews.size());
        return new Interval(
                interval.value(), Math.min(wilson.low(), interval.value()), Math.max(wilson.high(), interval.value()));
    }

    private ContenderFindings.Figures figures(Entrant entrant, List<Evaluation> all) {
        OptionalDouble areas = all.stream()
                .flatMapToDouble(one -> one.probabilities().rocArea().stream())
                .average();
        double precision = entrant.trials().stream()
                .flatMapToDouble(
                        trial -> PrecisionRecall.of(reviews.truth(), trial.probabilities(), reviews.classes()).stream()
                                .mapToDouble(PrecisionRecall::averagePrecision))
                .average()
                .orElse(0);
        return new ContenderFindings.Figures(
                mean(all.stream().mapToDouble(one -> one.macro().f1()).toArray()),
                areas,
                precision,
                mean(all.stream()
                        .mapToDouble(one -> one.probabilities().logLoss())
                        .toArray()),
                mean(all.stream()
                        .mapToDouble(one -> one.probabilities().brier())
                        .toArray()),
                mean(all.stream()
                        .mapToDouble(one -> one.probabilities().calibrationError())
                        .toArray()),
                overfitting(entrant));
    }

    private static OptionalDouble overfitting(Entrant entrant) {
        return entrant.runs().stream()
                .filter(run -> run.fit().isPresent())
                .mapToDouble(run -> run.fit().getAsDouble() - run.accuracy())
                .average();
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(0);
    }
}
