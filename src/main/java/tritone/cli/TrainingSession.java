package tritone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tritone.encoding.EncodingCache;
import tritone.model.EpochRecord;
import tritone.model.Machine;
import tritone.model.Model;
import tritone.model.ModelFolder;
import tritone.model.Provenance;
import tritone.model.Software;
import tritone.training.DivergenceException;
import tritone.training.NetworkPlan;
import tritone.training.PlanFile;
import tritone.training.Trained;
import tritone.training.TrainingData;
import tritone.training.TrainingDataException;
import tritone.training.TrainingDataLoader;
import tritone.training.TrainingPlan;
import tritone.training.TrainingRunner;
import tritone.vectors.Coverage;

/** One training from what a plan names to a model in its folder. */
final class TrainingSession {
    private final Workplace workplace;
    private final PlanSources sources;
    private final int checkpointEvery;
    private final Papers papers;
    private final PrintWriter err;

    TrainingSession(Workplace workplace, PlanSources sources, int checkpointEvery, Papers papers, PrintWriter err) {
        this.workplace = workplace;
        this.sources = sources;
        this.checkpointEvery = checkpointEvery;
        this.papers = papers;
        this.err = err;
    }

    /** Where a training begins. */
    enum Start {
        ANEW,
        WHERE_IT_STOPPED
    }

    /** The model; nothing if the user stopped it. */
    Optional<Model> run(TrainingPlan plan, Start start, StopSignal signal) throws IOException {
        long started = System.nanoTime();
        TrainingData data = data(plan);
        data.vectors().ifPresent(vectors -> tell(plan, vectors.coverage()));
        signal.hold();
        if (start == Start.ANEW) {
            workplace.begin(plan, papers);
        } else {
            workplace.keepNotes(papers);
        }
        Optional<Trained> trained = train(plan, data, signal);
        if (trained.isEmpty()) {
            return Optional.empty();
        }
        Provenance provenance = provenance(data, trained.get(), (System.nanoTime() - started) / 1e9);
        Model model = trained.get().model(plan, data, provenance);
        Optional<String> notes = workplace.papers(papers).notes();
        ModelFolder.write(model, workplace.model(), part -> {
            PlanFile.write(plan.settings().values(), part.resolve(PlanFile.NAME));
            if (notes.isPresent()) {
                Files.writeString(part.resolve(ModelFolder.NOTES), notes.get());
            }
        });
        workplace.end();
        return Optional.of(model);
    }

    private void tell(TrainingPlan plan, Coverage coverage) {
        err.println(Escaped.text(String.format(
                Locale.ROOT,
                "vectors %s: %,d of %,d words, %s of the tokens",
                plan.network().flatMap(NetworkPlan::vectors).orElseThrow(),
                coverage.words(),
                coverage.ofWords(),
                TextTable.percent(coverage.tokens()))));
        err.flush();
    }

    private Optional<Trained> train(TrainingPlan plan, TrainingData data, StopSignal signal) throws IOException {
        try (TrainingProgress progress = new TrainingProgress(err, signal::isWanted)) {
            return new TrainingRunner(
                            workplace.training(), Duration.ofSeconds(checkpointEvery), sources.threads(), progress)
                    .run(plan, data);
        } catch (DivergenceException | TrainingDataException e) {
            workplace.end(); // to go on from there leads nowhere either
            throw e;
        }
    }

    private TrainingData data(TrainingPlan plan) throws IOException {
        return new TrainingDataLoader(new EncodingCache(Home.cache()), sources.threads(), Progress.watcher(err))
                .load(sources.of(plan), plan);
    }

    private Provenance provenance(TrainingData data, Trained trained, double now) throws IOException {
        List<EpochRecord> epochs = trained.training().epochs();
        double seconds = epochs.isEmpty()
                ? now
                : Math.max(now, epochs.get(epochs.size() - 1).seconds()); // those before a stop count too
        return new Provenance(
                Software.here(),
                Machine.here(),
                data.sources(),
                LocalDate.now(ZoneOffset.UTC).toString(),
                seconds,
                sources.threads(),
                workplace.papers(papers).command());
    }
}
