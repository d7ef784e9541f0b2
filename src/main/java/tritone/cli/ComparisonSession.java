package tritone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import tritone.comparison.Comparison;
import tritone.comparison.ComparisonMaker;
import tritone.comparison.ComparisonPlan;
import tritone.comparison.DataShelf;
import tritone.comparison.Experiment;
import tritone.comparison.RunOutcome;
import tritone.comparison.Surroundings;
import tritone.comparison.TestReviews;
import tritone.comparison.Variation;
import tritone.encoding.EncodingCache;
import tritone.report.ComparisonDocument;
import tritone.report.Document;
import tritone.report.ReportFolder;
import tritone.training.ReadingWatcher;
import tritone.training.TrainingDataLoader;
import tritone.training.TrainingPlan;

/** One comparison from what was typed to a report in its folder. */
record ComparisonSession(
        CommandLine command,
        String corpus,
        Path folder,
        PlanSources sources,
        TestChoice test,
        List<Variation> variations) {
    /** What came of it; nothing if the user stopped it. */
    Optional<Comparison> run(ComparisonPlan plan, StopSignal signal) throws IOException {
        try (ComparisonProgress progress = new ComparisonProgress(plan, command.getErr(), signal::isWanted)) {
            TestReviews tests = test.of(plan.contenders().get(0).plan(), plan.folds() > 1, sources);
            warn(tests, plan.contenders().get(0).plan());
            Experiment experiment = new Experiment(folder, surroundings(), progress);
            Optional<ComparisonPlan> matched = experiment.matched(plan);
            if (matched.isEmpty()) {
                return Optional.empty();
            }
            Optional<List<RunOutcome>> outcomes = experiment.run(matched.get(), tests);
            if (outcomes.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(report(new ComparisonMaker(matched.get(), tests, outcomes.get())));
        }
    }

    /** Figures of reviews that were learnt from are true and mean little. */
    private void warn(TestReviews tests, TrainingPlan plan) throws IOException {
        String learnt = sources.of(plan).corpus().training().fingerprint();
        if (tests.kind() == TestReviews.Kind.TEST && tests.part().fingerprint().equals(learnt)) {
            command.getErr().println("tritone: " + tests.part().name() + " is what is learnt from, which flatters all");
        }
    }

    private Surroundings surroundings() {
        ReadingWatcher reading = Progress.watcher(command.getErr());
        EncodingCache cache = new EncodingCache(Home.cache());
        DataShelf shelf = new DataShelf(
                plan -> new TrainingDataLoader(cache, sources.threads(), reading).load(sources.of(plan), plan));
        return new Surroundings(shelf, cache, sources.threads(), reading, typed());
    }

    private String typed() {
        return TypedCommand.of(command.getCommandSpec());
    }

    private Comparison report(ComparisonMaker maker) throws IOException {
        Comparison comparison = maker.comparison(
                corpus, variations.stream().map(Variation::toString).toList(), typed());
        Document document = ComparisonDocument.of(
                "Comparison on " + corpus,
                comparison,
                maker.read(comparison.disagreements().onlyOneRight()),
                maker.read(comparison.disagreements().worstErrors()));
        ReportFolder report = new ReportFolder(folder);
        report.write(document);
        report.writeComparison(comparison);
        report.writePredictions(maker.reviews(), maker.entrants());
        return comparison;
    }
}
