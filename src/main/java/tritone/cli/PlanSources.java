package tritone.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tritone.corpus.Corpus;
import tritone.corpus.PassedOver;
import tritone.corpus.ReadingOptions;
import tritone.kernel.Workers;
import tritone.training.NetworkPlan;
import tritone.training.Setting;
import tritone.training.StartSources;
import tritone.training.Teacher;
import tritone.training.TeachingPlan;
import tritone.training.TeachingSources;
import tritone.training.TextPlan;
import tritone.training.TrainingPlan;
import tritone.training.TrainingSources;
import tritone.training.ValidationPlan;
import tritone.vocabulary.Vocabulary;

/**
 * Opens what the names in a plan stand for.
 *
 * @param passedOver takes the bad rows of corpora, if a plan passes over them
 */
record PlanSources(int threads, PassedOver passedOver) {
    /** How the thing of a name is opened. */
    private interface Opening<T> {
        T of(String name) throws IOException;
    }

    TrainingSources of(TrainingPlan plan) throws IOException {
        ReadingOptions reading = reading(plan);
        return new TrainingSources(
                CorpusNames.open(plan.settings().text(Setting.CORPUS).orElseThrow(), reading),
                validation(plan.validation(), reading),
                vocabulary(plan.text()),
                reading.labels(),
                start(plan.network()),
                teaching(plan.network().map(NetworkPlan::teaching)));
    }

    /** How the corpora of a plan are read. */
    ReadingOptions reading(TrainingPlan plan) {
        return CorpusOptions.reading(plan.settings(), passedOver);
    }

    /** The corpus that a plan validates on, if it has one of its own. */
    static Optional<Corpus> validation(ValidationPlan plan, ReadingOptions reading) throws IOException {
        return opened(plan.corpus(), name -> CorpusNames.open(name, reading));
    }

    /** The vocabulary that is used instead of counting. */
    static Optional<Vocabulary> vocabulary(TextPlan plan) throws IOException {
        return opened(plan.vocabulary(), Vocabularies::read);
    }

    private static StartSources start(Optional<NetworkPlan> plan) throws IOException {
        return new StartSources(
                opened(plan.flatMap(NetworkPlan::vectors), WordVectorFiles::open),
                opened(plan.flatMap(NetworkPlan::from), LanguageModels::read));
    }

    private TeachingSources teaching(Optional<TeachingPlan> plan) throws IOException {
        Optional<Corpus> unlabelled =
                opened(plan.flatMap(TeachingPlan::unlabelled), name -> CorpusNames.open(name, ReadingOptions.DEFAULTS));
        List<Teacher> teachers = new ArrayList<>();
        for (String name : plan.map(TeachingPlan::teachers).orElse(List.of())) {
            teachers.add(Models.teacher(name, Workers.of(threads)));
        }
        return new TeachingSources(unlabelled, teachers);
    }

    private static <T> Optional<T> opened(Optional<String> name, Opening<T> opening) throws IOException {
        return name.isPresent() ? Optional.of(opening.of(name.get())) : Optional.empty();
    }
}
