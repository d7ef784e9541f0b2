package tritone.training;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tritone.files.Sha256;
import tritone.kernel.Workers;
import tritone.model.CorpusSource;
import tritone.model.Software;

/** Trains whatever a plan asks for. */
public final class TrainingRunner {
    private static final String CHECKPOINT = "checkpoint.safetensors";

    private final Path folder;
    private final Duration betweenCheckpoints;
    private final int threads;
    private final int pointsPerEpoch;
    private final TrainingWatcher watcher;

    /** {@code folder} is for checkpoints; what is there of the same training is gone on with. */
    public TrainingRunner(Path folder, Duration betweenCheckpoints, int threads, TrainingWatcher watcher) {
        this.folder = folder;
        this.betweenCheckpoints = betweenCheckpoints;
        this.threads = threads;
        this.watcher = watcher;
        pointsPerEpoch = 0;
    }

    private TrainingRunner(TrainingRunner other, int pointsPerEpoch) {
        folder = other.folder;
        betweenCheckpoints = other.betweenCheckpoints;
        threads = other.threads;
        watcher = other.watcher;
        this.pointsPerEpoch = pointsPerEpoch;
    }

    /**
     * The same with a learning curve of so many points for each epoch of a network, or one for each batch where there are
     * fewer; 0 for none, as without this. Weights are the same to the last bit, but each point takes a validation.
     */
    public TrainingRunner withPoints(int perEpoch) {
        if (perEpoch < 0) {
            throw new IllegalArgumentException("points must be at least 0 for each epoch but was " + perEpoch);
        }
        return new TrainingRunner(this, perEpoch);
    }

    /** Whether a training was begun in this folder that can be gone on with. */
    public static boolean isBegun(Path folder) {
        return java.nio.file.Files.isRegularFile(folder.resolve(CHECKPOINT));
    }

    /** Runs to the end, or as far as the watcher lets it: then there is a checkpoint and nothing is returned. */
    public Optional<Trained> run(TrainingPlan plan, TrainingData data) throws IOException {
        if (plan.linear().isPresent()) {
            return new LinearTraining(plan, data, Workers.of(threads), watcher).run();
        }
        Checkpoint checkpoint = new Checkpoint(folder.resolve(CHECKPOINT), identity(plan, data));
        CheckpointClock clock = new CheckpointClock(checkpoint, betweenCheckpoints);
        return new NetworkTraining(plan, data, new RunOptions(threads, clock, pointsPerEpoch, watcher)).run();
    }

    /** The weights that a network of this plan has before its first step, by name. */
    public static Map<String, float[]> beginning(TrainingPlan plan, TrainingData data) {
        if (plan.network().isEmpty()) {
            throw new IllegalArgumentException("a training of the cell " + plan.cell() + " begins with no weights");
        }
        return NetworkTraining.beginner(plan, data, 1).weights();
    }

    /** What two trainings share only if they come to the same weights. */
    public static String identity(TrainingPlan plan, TrainingData data) {
        Sha256 hash = new Sha256().add(Software.here().toString());
        plan.settings().values().forEach((setting, value) -> {
            if (setting != Setting.CORPUS) { // it may be called otherwise from another folder
                hash.add(setting + "=" + value);
            }
        });
        for (CorpusSource source : data.sources()) {
            hash.add(source.sha256());
        }
        for (int id = 0; id < data.vocabulary().size(); id++) {
            hash.add(data.vocabulary().token(id));
        }
        return hash.hex();
    }
}
