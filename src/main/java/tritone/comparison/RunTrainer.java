package tritone.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tritone.files.WholeFolder;
import tritone.model.EpochRecord;
import tritone.model.Machine;
import tritone.model.Model;
import tritone.model.ModelFolder;
import tritone.model.ModelFormatException;
import tritone.model.Provenance;
import tritone.model.Software;
import tritone.training.CurvePoint;
import tritone.training.DivergenceException;
import tritone.training.PlanFile;
import tritone.training.Trained;
import tritone.training.TrainingData;
import tritone.training.TrainingPlan;
import tritone.training.TrainingRunner;
import tritone.training.TrainingWatcher;

/**
 * Trains runs into a folder, each into one of its own: the model, its plan, and {@link RunRecord#FILE}. A run that is there is
 * not done again; one that was stopped goes on from its checkpoint.
 */
final class RunTrainer {
    /** What is in the folder of a run whose loss exploded. */
    private static final String EXPLODED = "exploded.json";

    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(30);

    private final Path folder;
    private final Surroundings surroundings;
    private final ExperimentWatcher watcher;

    RunTrainer(Path folder, Surroundings surroundings, ExperimentWatcher watcher) {
        this.folder = folder;
        this.surroundings = surroundings;
        this.watcher = watcher;
    }

    /**
     * A run that came to an end.
     *
     * @param exploded why there is no model
     */
    record Ended(Path folder, Optional<RunRecord> record, Optional<String> exploded) {}

    /** Why a loss exploded. */
    record Explosion(String reason) {
        Explosion {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Where it is and what came of it; nothing if the watcher stopped it. */
    Optional<Ended> run(Run run, TrainingData data) throws IOException {
        TrainingPlan plan = run.plan();
        String identity = TrainingRunner.identity(plan, data);
        Path own = sameTraining(identity).orElse(folder.resolve(run.folder(identity)));
        WholeFolder.deleteLeftovers(own);
        Optional<Ended> there = found(own);
        if (there.isEmpty()) {
            return train(run, plan, data, own);
        }
        WholeFolder.delete(checkpoints(own)); // killed at the very end
        return there;
    }

    private static Path checkpoints(Path own) {
        return own.resolveSibling(own.getFileName() + ".training");
    }

    /** Where the same training was done for a contender of whatever name. */
    private Optional<Path> sameTraining(String identity) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(path -> Run.isOf(path, identity)).sorted().findFirst();
        }
    }

    private static Optional<Ended> found(Path own) throws IOException {
        Optional<Explosion> explosion = RunFiles.read(own.resolve(EXPLODED), Explosion.class);
        if (explosion.isPresent()) {
            return Optional.of(
                    new Ended(own, Optional.empty(), Optional.of(explosion.get().reason())));
        }
        return isWhole(own)
                ? RunFiles.read(own.resolve(RunRecord.FILE), RunRecord.class)
                        .map(record -> new Ended(own, Optional.of(record), Optional.empty()))
                : Optional.empty();
    }

    /** A damaged model is made again. */
    private static boolean isWhole(Path own) throws IOException {
        try {
            return ModelFolder.isModel(own) && ModelFolder.read(own).training().trainingReviews() > 0;
        } catch (ModelFormatException e) {
            return false;
        }
    }

    private Optional<Ended> train(Run run, TrainingPlan plan, TrainingData data, Path own) throws IOException {
        Path checkpoints = checkpoints(own);
        long started = System.nanoTime();
        Optional<Trained> trained;
        try {
            trained = new TrainingRunner(checkpoints, BETWEEN_CHECKPOINTS, surroundings.threads(), watching(run))
                    .withPoints(CurvePace.points(plan, data))
                    .run(plan, data);
        } catch (DivergenceException e) {
            RunFiles.write(new Explosion(e.getMessage()), own.resolve(EXPLODED));
            WholeFolder.delete(checkpoints);
            return found(own);
        }
        if (trained.isEmpty()) {
            return Optional.empty();
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        RunRecord record = record(trained.get().curve(), seconds, data);
        Model model = trained.get().model(plan, data, provenance(data, record.seconds()));
        ModelFolder.write(model, own, part -> {
            PlanFile.write(plan.settings().values(), part.resolve(PlanFile.NAME));
            RunFiles.write(record, part.resolve(RunRecord.FILE));
        });
        WholeFolder.delete(checkpoints);
        return Optional.of(new Ended(own, Optional.of(record), Optional.empty()));
    }

    private static RunRecord record(List<CurvePoint> curve, double now, TrainingData data) {
        if (curve.isEmpty()) {
            return new RunRecord(curve, now, data.training().size());
        }
        CurvePoint last = curve.get(curve.size() - 1); // counts what came before a stop too
        return new RunRecord(
                curve, last.seconds(), Math.round(last.epoch() * data.training().size()));
    }

    private Provenance provenance(TrainingData data, double seconds) {
        return new Provenance(
                Software.here(),
                Machine.here(),
                data.sources(),
                LocalDate.now(ZoneOffset.UTC).toString(),
                seconds,
                surroundings.threads(),
                surroundings.command());
    }

    private TrainingWatcher watching(Run run) {
        return new TrainingWatcher() {
            @Override
            public void step(Progress progress) {
                watcher.step(run, progress);
            }

            @Override
            public void epoch(EpochRecord record) {
                // The steps tell enough.
            }

            @Override
            public boolean wantsToStop() {
                return watcher.wantsToStop();
            }
        };
    }
}
