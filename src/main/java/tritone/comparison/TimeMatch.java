package tritone.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tritone.files.WholeFolder;
import tritone.model.EpochRecord;
import tritone.training.Course;
import tritone.training.DivergenceException;
import tritone.training.Setting;
import tritone.training.TrainingData;
import tritone.training.TrainingPlan;
import tritone.training.TrainingRunner;
import tritone.training.TrainingWatcher;

/**
 * Gives every network as many steps as fit into the time that the slowest of them takes for its own plan. Speeds are measured
 * once and kept in the experiment's folder, so that the plans stay what they are.
 */
final class TimeMatch {
    private static final String FILE = "speeds.json";
    private static final double SECONDS = 5;

    private final Path folder;
    private final Surroundings surroundings;
    private final ExperimentWatcher watcher;

    TimeMatch(Path folder, Surroundings surroundings, ExperimentWatcher watcher) {
        this.folder = folder;
        this.surroundings = surroundings;
        this.watcher = watcher;
    }

    /** Steps per second, by what a training of the first seed is. */
    private record Speeds(Map<String, Double> stepsPerSecond) {}

    /** Nothing if the watcher stopped it. */
    Optional<ComparisonPlan> of(ComparisonPlan plan) throws IOException {
        Speeds known = RunFiles.read(folder.resolve(FILE), Speeds.class).orElse(new Speeds(Map.of()));
        Map<String, Double> speeds = new HashMap<>(known.stepsPerSecond());
        List<Network> networks = new ArrayList<>();
        for (Run run : plan.runs().subList(0, plan.contenders().size())) {
            if (run.contender().isDrawn()) {
                TrainingData data = surroundings.data().of(run.plan());
                try {
                    networks.add(network(run, data, speeds));
                } catch (DivergenceException e) {
                    continue; // it will explode in its own time too
                }
                if (watcher.wantsToStop()) {
                    return Optional.empty();
                }
                RunFiles.write(new Speeds(speeds), folder.resolve(FILE));
            }
        }
        double seconds = networks.stream().mapToDouble(Network::seconds).max().orElse(0);
        return Optional.of(plan.with(plan.contenders().stream()
                .map(contender -> networks.stream()
                        .filter(network -> network.contender.equals(contender))
                        .findFirst()
                        .map(network -> network.within(seconds))
                        .orElse(contender))
                .toList()));
    }

    /** A contender, how far it goes by its own plan, and how fast it takes its steps. */
    private record Network(Contender contender, Course course, double stepsPerSecond) {
        double seconds() {
            return course.steps() / stepsPerSecond;
        }

        Contender within(double seconds) {
            long fitting = Math.max(1, Math.round(seconds * stepsPerSecond));
            long epochs = (fitting + course.perEpoch() - 1) / course.perEpoch();
            return contender.with(Map.of(Setting.STEPS, Long.toString(fitting), Setting.EPOCHS, Long.toString(epochs)));
        }
    }

    private Network network(Run run, TrainingData data, Map<String, Double> speeds) throws IOException {
        TrainingPlan plan = run.contender().plan(); // the same whichever seed comes first
        Course course = Course.of(plan.network().orElseThrow().loop(), data);
        String identity = TrainingRunner.identity(plan, data);
        if (!speeds.containsKey(identity)) {
            watcher.begin(run);
            speeds.put(identity, measured(plan, data, identity));
        }
        return new Network(run.contender(), course, speeds.get(identity));
    }

    private double measured(TrainingPlan plan, TrainingData data, String identity) throws IOException {
        Path checkpoints = folder.resolve("speed-" + identity.substring(0, 12));
        Speedometer speedometer = new Speedometer();
        new TrainingRunner(checkpoints, Duration.ofDays(1), surroundings.threads(), speedometer).run(plan, data);
        WholeFolder.delete(checkpoints);
        return speedometer.stepsPerSecond();
    }

    /** Lets a training run for some seconds. The first steps, in which code is compiled, do not count. */
    private final class Speedometer implements TrainingWatcher {
        private static final int WARMING_UP = 3;

        private final long begun = System.nanoTime();
        private long started = begun;
        private int first;
        private int last;
        private double seconds;

        @Override
        public void step(Progress progress) {
            if (last == 0) {
                first = progress.step() + WARMING_UP;
            }
            last = progress.step();
            if (last <= first) {
                started = System.nanoTime();
            }
            seconds = (System.nanoTime() - started) / 1e9;
        }

        @Override
        public void epoch(EpochRecord record) {
            // Only steps are counted.
        }

        @Override
        public boolean wantsToStop() {
            return watcher.wantsToStop() || last > first && seconds >= SECONDS;
        }

        double stepsPerSecond() {
            return last > first && seconds > 0 ? (last - first) / seconds : last / ((System.nanoTime() - begun) / 1e9);
        }
    }
}
