package tritone.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tritone.evaluation.Evaluation;
import tritone.training.ReviewSet;
import tritone.training.TrainingData;

/** Does the runs of a comparison that are not there yet, one after the other: each takes all threads. */
public final class Experiment {
    private static final String RUNS = "runs";

    private final Path folder;
    private final Surroundings surroundings;
    private final ExperimentWatcher watcher;

    /** {@code folder} keeps everything that was found out. */
    public Experiment(Path folder, Surroundings surroundings, ExperimentWatcher watcher) {
        this.folder = folder;
        this.surroundings = surroundings;
        this.watcher = watcher;
    }

    /** The plan whose contenders are equal in what it asks for; nothing if the watcher stopped it. */
    public Optional<ComparisonPlan> matched(ComparisonPlan plan) throws IOException {
        return switch (plan.match()) {
            case NOTHING -> Optional.of(plan);
            case PARAMETERS -> Optional.of(plan.with(ParameterMatch.of(plan.contenders())));
            case TIME -> new TimeMatch(folder.resolve(RUNS), surroundings, watcher).of(plan);
        };
    }

    /** What became of all runs, in their order; nothing if the watcher stopped it. */
    public Optional<List<RunOutcome>> run(ComparisonPlan plan, TestReviews tests) throws IOException {
        RunTrainer trainer = new RunTrainer(folder.resolve(RUNS), surroundings, watcher);
        RunJudge judge = new RunJudge(tests, surroundings);
        List<RunOutcome> outcomes = new ArrayList<>();
        for (Run run : plan.runs()) {
            if (watcher.wantsToStop()) {
                return Optional.empty();
            }
            watcher.begin(run);
            TrainingData data = surroundings.data().of(run.plan());
            ReviewSet test = judge.test(data); // before anything is learnt for nothing
            Optional<RunTrainer.Ended> ended = trainer.run(run, data);
            if (ended.isEmpty()) {
                return Optional.empty();
            }
            outcomes.add(outcome(new RunJudge.Questioned(run, data, test), ended.get(), judge));
        }
        return Optional.of(outcomes);
    }

    private RunOutcome outcome(RunJudge.Questioned asked, RunTrainer.Ended ended, RunJudge judge) throws IOException {
        Run run = asked.run();
        if (ended.record().isEmpty()) {
            watcher.exploded(run, ended.exploded().orElseThrow());
            return new RunOutcome(run, Optional.empty(), ended.exploded());
        }
        RunOutcome.Done done;
        try {
            done = judge.judge(asked, ended.folder(), ended.record().get());
        } catch (ArithmeticException e) { // a ReLU's states, on reviews that it had not seen
            watcher.exploded(run, e.getMessage());
            return new RunOutcome(run, Optional.empty(), Optional.of(e.getMessage()));
        }
        Evaluation evaluation = Evaluation.of(
                done.test().ownClasses(),
                done.answers().probabilities(),
                asked.data().classes());
        watcher.end(run, evaluation.accuracy().value());
        return new RunOutcome(run, Optional.of(done), Optional.empty());
    }
}
