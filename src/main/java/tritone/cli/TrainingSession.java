package tritone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tritone.corpus.BytesRead;
import tritone.corpus.Corpus;
import tritone.corpus.ReadingOptions;
import tritone.encoding.EncodingCache;
import tritone.kernel.Workers;
import tritone.model.Architecture;
import tritone.model.EpochRecord;
import tritone.model.LanguageModel;
import tritone.model.Machine;
import tritone.model.Model;
import tritone.model.ModelFolder;
import tritone.model.Provenance;
import tritone.model.Software;
import tritone.training.DivergenceException;
import tritone.training.NetworkPlan;
import tritone.training.PlanFile;
import tritone.training.ReadingWatcher;
import tritone.training.Setting;
import tritone.training.Teacher;
import tritone.training.TeachingPlan;
import tritone.training.TextPlan;
import tritone.training.Trained;
import tritone.training.TrainingData;
import tritone.training.TrainingDataException;
import tritone.training.TrainingDataLoader;
import tritone.training.TrainingPlan;
import tritone.training.TrainingRunner;
import tritone.training.TrainingSources;
import tritone.vectors.Coverage;
import tritone.vectors.VectorFile;
import tritone.vocabulary.Vocabulary;

/** One training from what a plan names to a model in its folder. */
final class TrainingSession {
    private final Workplace workplace;
    private final int threads;
    private final int checkpointEvery;
    private final String command;
    private final PrintWriter err;

    /** {@code command} is what was typed, for the model's papers. */
    TrainingSession(Workplace workplace, int threads, int checkpointEvery, String command, PrintWriter err) {
        this.workplace = workplace;
        this.threads = threads;
        this.checkpointEvery = checkpointEvery;
        this.command = command;
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
            workplace.begin(plan, command);
        }
        Optional<Trained> trained = train(plan, data, signal);
        if (trained.isEmpty()) {
            return Optional.empty();
        }
        Model model = model(plan, data, trained.get(), (System.nanoTime() - started) / 1e9);
        ModelFolder.write(
                model,
                workplace.model(),
                part -> PlanFile.write(plan.settings().values(), part.resolve(PlanFile.NAME)));
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
            return new TrainingRunner(workplace.training(), Duration.ofSeconds(checkpointEvery), threads, progress)
                    .run(plan, data);
        } catch (DivergenceException | TrainingDataException e) {
            workplace.end(); // to go on from there leads nowhere either
            throw e;
        }
    }

    private TrainingData data(TrainingPlan plan) throws IOException {
        ReadingWatcher watcher = (work, part) -> new Reading(Progress.onTerminal(work, part, err));
        return new TrainingDataLoader(new EncodingCache(Home.cache()), threads, watcher)
                .load(sources(plan, threads), plan);
    }

    private record Reading(Progress progress) implements ReadingWatcher.Reading {
        @Override
        public void at(BytesRead read) {
            progress.accept(read);
        }

        @Override
        public void close() {
            progress.close();
        }
    }

    static TrainingSources sources(TrainingPlan plan, int threads) throws IOException {
        ReadingOptions reading = CorpusOptions.reading(plan.settings());
        Corpus corpus = CorpusOptions.open(plan.settings().text(Setting.CORPUS).orElseThrow(), reading);
        Optional<Corpus> validation = Optional.empty();
        if (plan.validation().corpus().isPresent()) {
            validation =
                    Optional.of(CorpusOptions.open(plan.validation().corpus().get(), reading));
        }
        Optional<Vocabulary> vocabulary = Optional.empty();
        TextPlan text = plan.text();
        if (text.vocabulary().isPresent()) {
            vocabulary = Optional.of(Vocabularies.read(text.vocabulary().get()));
        }
        Optional<LanguageModel> from = Optional.empty();
        if (plan.network().flatMap(NetworkPlan::from).isPresent()) {
            from = Optional.of(LanguageModels.read(
                    plan.network().flatMap(NetworkPlan::from).get()));
        }
        Optional<TeachingPlan> teaching = plan.network().map(NetworkPlan::teaching);
        Optional<Corpus> unlabelled = Optional.empty();
        if (teaching.flatMap(TeachingPlan::unlabelled).isPresent()) {
            unlabelled = Optional.of(CorpusOptions.open(
                    teaching.flatMap(TeachingPlan::unlabelled).get(), ReadingOptions.DEFAULTS));
        }
        List<Teacher> teachers = new ArrayList<>();
        for (String name : teaching.map(TeachingPlan::teachers).orElse(List.of())) {
            teachers.add(Models.teacher(name, Workers.of(threads)));
        }
        Optional<VectorFile> vectors = Optional.empty();
        if (plan.network().flatMap(NetworkPlan::vectors).isPresent()) {
            vectors = Optional.of(WordVectorFiles.open(
                    plan.network().flatMap(NetworkPlan::vectors).get()));
        }
        return new TrainingSources(
                corpus, validation, vocabulary, reading.labels(), vectors, from, unlabelled, teachers);
    }

    private Model model(TrainingPlan plan, TrainingData data, Trained trained, double now) throws IOException {
        List<EpochRecord> epochs = trained.training().epochs();
        double seconds = epochs.isEmpty()
                ? now
                : Math.max(now, epochs.get(epochs.size() - 1).seconds()); // those before a stop count too
        Architecture architecture = new Architecture(
                plan.cell(),
                data.labels().names(),
                plan.text().truncation(),
                plan.network().map(network -> network.spec(data.vocabulary().size(), data.classes())));
        Provenance provenance = new Provenance(
                Software.here(),
                Machine.here(),
                data.sources(),
                LocalDate.now(ZoneOffset.UTC).toString(),
                seconds,
                threads,
                workplace.firstCommand(command));
        return new Model(architecture, trained.training(), provenance, data.vocabulary(), trained.weights());
    }
}
