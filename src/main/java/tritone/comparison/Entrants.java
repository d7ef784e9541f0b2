package tritone.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tritone.evaluation.Evaluation;
import tritone.model.EpochRecord;
import tritone.model.Training;
import tritone.training.CurvePoint;
import tritone.training.Fold;
import tritone.training.Setting;

/** Puts the runs of each contender together. */
final class Entrants {
    private final ComparisonPlan plan;
    private final ReviewFacts reviews;

    Entrants(ComparisonPlan plan, ReviewFacts reviews) {
        this.plan = plan;
        this.reviews = reviews;
    }

    List<Entrant> of(List<RunOutcome> outcomes) {
        return plan.contenders().stream()
                .map(contender -> entrant(
                        contender,
                        outcomes.stream()
                                .filter(outcome -> outcome.run().contender().equals(contender))
                                .toList()))
                .toList();
    }

    private Entrant entrant(Contender contender, List<RunOutcome> outcomes) {
        List<RunOutcome> done =
                outcomes.stream().filter(outcome -> outcome.done().isPresent()).toList();
        Map<String, String> exploded = new LinkedHashMap<>();
        outcomes.forEach(outcome -> outcome.exploded()
                .ifPresent(reason -> exploded.put(outcome.run().toString(), reason)));
        return new Entrant(
                identity(contender),
                Sizes.of(contender, done),
                trials(done),
                done.stream().map(this::run).toList(),
                exploded,
                WhyMaker.of(done),
                times(done));
    }

    private static ContenderFindings.Identity identity(Contender contender) {
        Map<String, String> settings = new LinkedHashMap<>();
        contender.plan().settings().values().forEach((setting, value) -> {
            if (setting != Setting.SEED) {
                settings.put(setting.toString(), value);
            }
        });
        return new ContenderFindings.Identity(
                contender.name(), contender.cell().toString(), contender.variation(), settings);
    }

    /** One for each seed whose folds are all there. */
    private List<Trial> trials(List<RunOutcome> done) {
        Map<OptionalLong, List<RunOutcome>> bySeed = new LinkedHashMap<>();
        done.forEach(outcome -> bySeed.computeIfAbsent(outcome.run().seed(), seed -> new ArrayList<>())
                .add(outcome));
        return bySeed.entrySet().stream()
                .filter(entry -> entry.getValue().size() == plan.folds())
                .map(entry -> trial(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Trial trial(OptionalLong seed, List<RunOutcome> folds) {
        int classes = reviews.classes();
        Map<Integer, Integer> indexes = new LinkedHashMap<>();
        for (int i = 0; i < reviews.size(); i++) {
            indexes.put(reviews.places()[i], i);
        }
        float[] probabilities = new float[reviews.size() * classes];
        int[] foldOf = new int[reviews.size()];
        for (int fold = 0; fold < folds.size(); fold++) {
            RunAnswers answers = folds.get(fold).done().orElseThrow().answers();
            for (int i = 0; i < answers.places().length; i++) {
                int index = indexes.get(answers.places()[i]);
                System.arraycopy(answers.probabilities(), i * classes, probabilities, index * classes, classes);
                foldOf[index] = fold;
            }
        }
        return new Trial(seed, probabilities, foldOf);
    }

    private RunFindings run(RunOutcome outcome) {
        RunOutcome.Done done = outcome.done().orElseThrow();
        Training training = done.model().training();
        Optional<EpochRecord> best = training.epochs().stream()
                .filter(epoch -> epoch.epoch() == training.bestEpoch())
                .findFirst();
        Evaluation own = Evaluation.of(done.test().ownClasses(), done.answers().probabilities(), reviews.classes());
        return new RunFindings(
                outcome.run().seed(),
                outcome.run().fold().map(Fold::toString),
                own.accuracy().value(),
                own.probabilities().logLoss(),
                best.map(epoch -> OptionalInt.of(epoch.epoch())).orElse(OptionalInt.empty()),
                best.map(epoch -> OptionalInt.of(epoch.step())).orElse(OptionalInt.empty()),
                OptionalDouble.of(done.answers().fit().accuracy()),
                done.model().architecture().temperature(),
                done.record().curve().stream().map(Entrants::point).toList());
    }

    private static RunFindings.Point point(CurvePoint point) {
        return new RunFindings.Point(
                point.step(),
                point.epoch(),
                point.trainingLoss(),
                Double.isNaN(point.trainingAccuracy())
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(point.trainingAccuracy()),
                point.validation().map(v -> OptionalDouble.of(v.loss())).orElse(OptionalDouble.empty()),
                point.validation().map(v -> OptionalDouble.of(v.accuracy())).orElse(OptionalDouble.empty()),
                new RunFindings.Times(point.seconds()));
    }

    private static ContenderFindings.Times times(List<RunOutcome> done) {
        return new ContenderFindings.Times(
                median(done, one -> one.record().seconds()),
                median(done, one -> one.record().reviews() / one.record().seconds()),
                median(done, one -> one.answers().millisecondsPerReview()));
    }

    private static OptionalDouble median(List<RunOutcome> done, ToDoubleFunction<RunOutcome.Done> figure) {
        double[] sorted = done.stream()
                .mapToDouble(outcome -> figure.applyAsDouble(outcome.done().orElseThrow()))
                .sorted()
                .toArray();
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2);
    }

    /** The reviews that runs were asked about, in the order of their places. */
    static ReviewFacts facts(List<RunOutcome> outcomes) {
        Map<Integer, RunOutcome.Done> byPlace = new LinkedHashMap<>();
        for (RunOutcome outcome : outcomes) {
            if (outcome.done().isPresent()) {
                RunOutcome.Done done = outcome.done().get();
                Arrays.stream(done.test().reviews()).forEach(place -> byPlace.putIfAbsent(place, done));
            }
        }
        if (byPlace.isEmpty()) {
            throw new NothingToCompareException("every loss exploded, so there is nothing to compare");
        }
        int[] places = byPlace.keySet().stream()
                .sorted(Comparator.naturalOrder())
                .mapToInt(Integer::intValue)
                .toArray();
        List<RunOutcome.Done> of = Arrays.stream(places).mapToObj(byPlace::get).toList();
        return new ReviewFacts(
                of.get(0).model().architecture().labels(),
                IntStream.range(0, places.length)
                        .mapToObj(i -> of.get(i).test().corpus().id(places[i]))
                        .toList(),
                places,
                IntStream.range(0, places.length)
                        .map(i -> of.get(i).test().classes()[places[i]])
                        .toArray(),
                IntStream.range(0, places.length)
                        .map(i -> of.get(i).test().corpus().length(places[i]))
                        .toArray(),
                IntStream.range(0, places.length)
                        .mapToDouble(
                                i -> of.get(i).test().corpus().rating(places[i]).orElse(Double.NaN))
                        .toArray());
    }
}
