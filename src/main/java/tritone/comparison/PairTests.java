package tritone.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import tritone.evaluation.Bootstrap;
import tritone.evaluation.Combined;
import tritone.evaluation.Holm;
import tritone.evaluation.Interval;
import tritone.evaluation.McNemar;
import tritone.evaluation.PairedT;

/** Tests every pair of contenders: on the reviews, which McNemar's test takes for drawn, and over the seeds. */
final class PairTests {
    private final ReviewFacts reviews;
    private final List<Entrant> entrants;
    private final int folds;

    PairTests(ReviewFacts reviews, List<Entrant> entrants, int folds) {
        this.reviews = reviews;
        this.entrants = entrants;
        this.folds = folds;
    }

    /** One pair before all are corrected for. */
    private record Raw(
            int first,
            int second,
            List<PairFindings.McNemarTest> bySeed,
            List<Double> differences,
            Optional<PairedT> t) {
        /** Seeds that speak against each other do not add up: each direction is asked for itself, and then both. */
        double reviewsP() {
            return Math.min(1, 2 * Math.min(oneSided(1), oneSided(-1)));
        }

        private double oneSided(int direction) {
            return Combined.twiceMedian(bySeed.stream()
                    .mapToDouble(test -> direction * (test.onlyFirst() - test.onlySecond()) > 0 ? test.p() / 2 : 1)
                    .toArray());
        }

        double seedsP() {
            return t.map(test -> test.p().orElse(Double.NaN)).orElse(Double.NaN);
        }
    }

    List<PairFindings> all(Bootstrap bootstrap) {
        List<Raw> raw = new ArrayList<>();
        for (int first = 0; first < entrants.size(); first++) {
            for (int second = first + 1; second < entrants.size(); second++) {
                Raw pair = raw(first, second);
                if (!pair.bySeed.isEmpty()) { // else no seed of one came to an end with the other's
                    raw.add(pair);
                }
            }
        }
        double[] byReviews =
                Holm.adjusted(raw.stream().mapToDouble(Raw::reviewsP).toArray());
        double[] bySeeds = Holm.adjusted(raw.stream().mapToDouble(Raw::seedsP).toArray());
        Verdicts verdicts = new Verdicts(reviews, raw.size(), folds);
        return IntStream.range(0, raw.size())
                .mapToObj(i -> verdicts.judged(
                        undecided(raw.get(i), byReviews[i], bySeeds[i], bootstrap),
                        entrants.get(raw.get(i).first),
                        entrants.get(raw.get(i).second)))
                .toList();
    }

    private Raw raw(int first, int second) {
        List<PairFindings.McNemarTest> tests = new ArrayList<>();
        List<List<Double>> bySeed = new ArrayList<>();
        boolean swapped = entrants.get(first).trials().size()
                < entrants.get(second).trials().size();
        Entrant more = entrants.get(swapped ? second : first);
        Entrant other = entrants.get(swapped ? first : second);
        for (Trial trial : more.trials()) {
            Optional<Trial> beside = other.beside(trial);
            if (beside.isPresent()) {
                Trial one = swapped ? beside.get() : trial;
                Trial two = swapped ? trial : beside.get();
                tests.add(mcNemar(one, two));
                bySeed.add(differences(one, two));
            }
        }
        List<Double> differences = independent(bySeed);
        return new Raw(
                first, second, tests, differences, seedTest(entrants.get(first), entrants.get(second), differences));
    }

    private PairFindings.McNemarTest mcNemar(Trial one, Trial two) {
        McNemar test = McNemar.of(one.right(reviews), two.right(reviews));
        OptionalLong seed = one.seed().isPresent() ? one.seed() : two.seed();
        return new PairFindings.McNemarTest(
                seed, test.onlyFirst(), test.onlySecond(), test.p(), test.chiSquared(), test.approximateP());
    }

    /** In accuracy, fold by fold. */
    private List<Double> differences(Trial one, Trial two) {
        boolean[] first = one.right(reviews);
        boolean[] second = two.right(reviews);
        double[] sums = new double[folds];
        int[] counts = new int[folds];
        for (int review = 0; review < first.length; review++) {
            int fold = one.folds()[review];
            sums[fold] += (first[review] ? 1 : 0) - (second[review] ? 1 : 0);
            counts[fold]++;
        }
        return IntStream.range(0, folds)
                .filter(fold -> counts[fold] > 0)
                .mapToObj(fold -> sums[fold] / counts[fold])
                .toList();
    }

    /** Seeds, or folds by the mean of all seeds: those of one fold share its reviews and are no news to each other. */
    private List<Double> independent(List<List<Double>> bySeed) {
        if (folds == 1 || bySeed.isEmpty()) {
            return bySeed.stream().flatMap(List::stream).toList();
        }
        return IntStream.range(0, bySeed.get(0).size())
                .mapToObj(fold -> bySeed.stream()
                        .mapToDouble(seed -> seed.get(fold))
                        .average()
                        .orElseThrow())
                .toList();
    }

    /** Nothing where no seed and no fold makes a difference. */
    private Optional<PairedT> seedTest(Entrant first, Entrant second, List<Double> differences) {
        boolean drawn = first.trials().get(0).seed().isPresent()
                || second.trials().get(0).seed().isPresent();
        double[] values = differences.stream().mapToDouble(Double::doubleValue).toArray();
        if (values.length < 2 || !drawn && folds == 1) {
            return Optional.empty();
        }
        return Optional.of(folds == 1 ? PairedT.of(values) : PairedT.ofFolds(values, 1, folds - 1));
    }

    private PairFindings undecided(Raw raw, double byReviews, double bySeeds, Bootstrap bootstrap) {
        Interval difference = bootstrap.differences().get(raw.first).get(raw.second);
        PairFindings.SeedTest seeds = new PairFindings.SeedTest(
                raw.differences,
                number(raw.t.map(PairedT::t).orElse(OptionalDouble.empty())),
                raw.t.isPresent() ? OptionalDouble.of(raw.t.get().degrees()) : OptionalDouble.empty(),
                number(OptionalDouble.of(raw.seedsP())),
                number(OptionalDouble.of(bySeeds)));
        return new PairFindings(
                entrants.get(raw.first).identity().name(),
                entrants.get(raw.second).identity().name(),
                difference,
                new PairFindings.ReviewTest(raw.bySeed, raw.reviewsP(), byReviews),
                seeds,
                PairFindings.Verdict.WITHIN_REVIEWS,
                "");
    }

    private static OptionalDouble number(OptionalDouble value) {
        return value.isPresent() && Double.isFinite(value.getAsDouble()) ? value : OptionalDouble.empty();
    }
}
