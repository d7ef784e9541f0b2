package tritone.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tritone.evaluation.Evaluation;
import tritone.kernel.Workers;
import tritone.layers.NetworkTrainer;
import tritone.model.EpochRecord;
import tritone.model.Training;
import tritone.model.Weights;
import tritone.network.LanguageModelShape;
import tritone.network.NetworkSpec;

/** Trains a network by a plan: steps, epochs, checkpoints, and the choice of the weights that are kept. */
final class NetworkTraining {
    private final TrainingPlan plan;
    private final NetworkPlan network;
    private final LoopPlan loop;
    private final TrainingData data;
    private final NetworkSpec spec;
    private final Course course;
    private final EpochOrder order;
    private final Validator validator;
    private final NetworkTrainer trainer;
    private final RunOptions options;

    private LoopState.Position position = new LoopState.Position(0, 0, 0, Double.NaN, 0);
    private final List<EpochRecord> records = new ArrayList<>();
    private final List<Map<String, float[]>> recent = new ArrayList<>();
    private Map<String, float[]> best = Map.of();
    private LearningCurve curve;
    private Stopwatch stopwatch = new Stopwatch(0);

    NetworkTraining(TrainingPlan plan, TrainingData data, RunOptions options) {
        this.plan = plan;
        this.data = data;
        this.options = options;
        network = plan.network().orElseThrow();
        loop = network.loop();
        spec = network.spec(data.vocabulary().size(), data.classes());
        course = Course.of(loop, data);
        order = new EpochOrder(plan, data, course.batch());
        validator = new Validator(spec, data, plan.text().truncation(), Workers.of(options.threads()));
        trainer = beginner(plan, data, options.threads());
        curve = new LearningCurve(options.pointsPerEpoch(), LearningCurve.State.NONE);
    }

    /** One that has taken no step: what was learnt before is in place, the rest is drawn. */
    static NetworkTrainer beginner(TrainingPlan plan, TrainingData data, int threads) {
        NetworkPlan network = plan.network().orElseThrow();
        NetworkSpec spec = network.spec(data.vocabulary().size(), data.classes());
        NetworkTrainer trainer = NetworkTrainer.of(
                spec, network.learning(), threads, network.loop().seed());
        trainer.begin(data.start());
        data.vectors()
                .ifPresent(vectors -> trainer.begin(Map.of(
                        LanguageModelShape.VECTORS,
                        vectors.over(trainer.weights().get(LanguageModelShape.VECTORS)))));
        return trainer;
    }

    /** Runs to the end, or as far as the watcher lets it: then there is a checkpoint and nothing is returned. */
    Optional<Trained> run() throws IOException {
        Checkpoint checkpoint = options.clock().checkpoint();
        if (checkpoint.exists()) {
            restore(checkpoint.read());
        }
        while (!isOver()) {
            if (!runEpoch()) {
                checkpoint.write(state());
                return Optional.empty();
            }
        }
        return Optional.of(result());
    }

    private void restore(LoopState state) {
        trainer.restore(state.learner());
        position = state.position();
        records.addAll(state.records());
        recent.addAll(state.recent());
        best = state.best();
        curve = new LearningCurve(options.pointsPerEpoch(), state.curve());
        stopwatch = new Stopwatch(position.seconds());
    }

    private LoopState state() {
        return new LoopState(trainer.state(), position, records, recent, best, curve.state());
    }

    private boolean isOver() {
        return position.epoch() == course.epochs() || new Choice(loop, records).isExhausted();
    }

    /** Whether the epoch came to its end. */
    private boolean runEpoch() throws IOException {
        trainer.freeze(network.start().frozen(spec, position.epoch()));
        EpochBatches batches = order.batches(position.epoch());
        LossWatch losses = new LossWatch(network, order.guessing(), position.meanLoss());
        while (!isEpochOver()) {
            if (options.watcher().wantsToStop()) {
                return false;
            }
            step(batches, losses);
            addPoint(losses);
            report();
            if (options.clock().isDue()) {
                options.clock().checkpoint().write(state());
            }
        }
        endEpoch(losses);
        options.clock().checkpoint().write(state());
        return true;
    }

    private boolean isEpochOver() {
        return position.batch() == course.batches(position.epoch());
    }

    /** Steps that were taken. */
    private int step() {
        return position.epoch() * course.perEpoch() + position.batch();
    }

    /** Of a step, the first one 1. */
    private double rate(int step) {
        double progress = (step - 1.0) / course.steps();
        return network.rate().highest() * network.rate().schedule().share(progress, new Choice(loop, records).gains());
    }

    private void step(EpochBatches batches, LossWatch losses) {
        int step = step() + 1;
        double rate = rate(step);
        long started = System.nanoTime();
        EpochBatches.LearningBatch batch = batches.get(position.batch());
        trainer.setRate(rate);
        double loss;
        try {
            loss = trainer.fit(batch.reviews(), batch.targets());
        } catch (ArithmeticException e) {
            throw losses.diverged(e.getMessage(), step, rate);
        }
        losses.check(loss, step, rate);
        if (curve.isWanted()) {
            curve.count(batch, loss, trainer.answers());
        }
        curve.countSeconds((System.nanoTime() - started) / 1e9);
        stopwatch.count(batch.reviews().size());
        position = position.after(loss, losses.mean(), stopwatch.seconds());
    }

    /** Where one is due; an epoch's end adds its own. */
    private void addPoint(LossWatch losses) {
        if (!isEpochOver() && curve.isDue(position.batch(), course.perEpoch())) {
            addPoint(evaluate(trainer.weights(), losses));
        }
    }

    private void addPoint(Optional<EpochRecord.EpochFigures> figures) {
        curve.add(
                step(),
                position.epoch() + (double) position.batch() / course.perEpoch(),
                figures.map(own -> new CurvePoint.ValidationFigures(own.logLoss(), own.accuracy())));
    }

    /** On the validation reviews. The last step may have gone too far, and no other one would say so. */
    private Optional<EpochRecord.EpochFigures> evaluate(Map<String, float[]> weights, LossWatch losses) {
        try {
            return validator.evaluate(weights).map(NetworkTraining::figures);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw losses.diverged(e.getMessage(), step(), rate(step()));
        }
    }

    private void report() {
        OptionalDouble accuracy = records.stream()
                .flatMap(record -> record.validation().stream())
                .mapToDouble(EpochRecord.EpochFigures::accuracy)
                .reduce((before, last) -> last);
        double left = stopwatch.seconds() * (course.steps() - step()) / step();
        options.watcher()
                .step(new TrainingWatcher.Progress(
                        position.epoch() + 1,
                        course.epochs(),
                        step(),
                        course.steps(),
                        position.lossSum() / position.batch(),
                        accuracy,
                        stopwatch.perSecond(),
                        left));
    }

    private void endEpoch(LossWatch losses) {
        Map<String, float[]> now = trainer.weights();
        Map<String, float[]> candidate = mean(now);
        Optional<EpochRecord.EpochFigures> figures = evaluate(candidate, losses);
        if (curve.isWanted()) {
            addPoint(figures);
        }
        EpochRecord record = new EpochRecord(
                position.epoch() + 1,
                step(),
                rate(step()),
                position.lossSum() / position.batch(),
                stopwatch.seconds(),
                figures);
        records.add(record);
        if (new Choice(loop, records).best() == record) {
            best = candidate;
        }
        recent.add(now);
        while (recent.size() >= loop.average()) {
            recent.remove(0);
        }
        position = position.nextEpoch();
        options.watcher().epoch(record);
    }

    /** Of these weights and those at the ends of the epochs before. */
    private Map<String, float[]> mean(Map<String, float[]> now) {
        if (recent.isEmpty()) {
            return now;
        }
        Map<String, float[]> mean = new HashMap<>();
        now.forEach((name, values) -> {
            float[] sums = values.clone();
            for (Map<String, float[]> earlier : recent) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += earlier.get(name)[i];
                }
            }
            for (int i = 0; i < sums.length; i++) {
                sums[i] /= recent.size() + 1;
            }
            mean.put(name, sums);
        });
        return mean;
    }

    private static EpochRecord.EpochFigures figures(Evaluation evaluation) {
        return new EpochRecord.EpochFigures(
                evaluation.accuracy().value(),
                evaluation.macro().f1(),
                evaluation.probabilities().rocArea().orElse(0),
                evaluation.probabilities().logLoss(),
                evaluation.probabilities().brier());
    }

    private Trained result() {
        Calibrated calibrated = validator.calibrate(best);
        Training training = new Training(
                PlanText.of(plan.settings()),
                data.training().size(),
                data.validation().map(ReviewSet::size).orElse(0),
                records,
                new Choice(loop, records).best().epoch(),
                calibrated.validation(),
                calibrated.uncalibrated(),
                calibrated.slices());
        return new Trained(Weights.of(spec, best), calibrated.temperature(), training, curve.points());
    }
}
