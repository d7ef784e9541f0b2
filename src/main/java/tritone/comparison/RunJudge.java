package tritone.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import tritone.encoding.Batches;
import tritone.encoding.Truncation;
import tritone.evaluation.Evaluation;
import tritone.files.Sha256;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.model.Model;
import tritone.model.ModelFolder;
import tritone.model.OpenModel;
import tritone.model.Probabilities;
import tritone.network.GradientFlow;
import tritone.network.Network;
import tritone.training.ReadingWatcher;
import tritone.training.ReviewSet;
import tritone.training.TrainingData;
import tritone.training.TrainingRunner;

/**
 * Lets a trained model speak on the reviews that are compared on, and looks into it: how well it knows what it learnt, how
 * gradients reach early states, how far back it remembers. What it found is kept beside the model.
 */
final class RunJudge {
    /** Of the notes; those of another one are made again. */
    private static final String FORMAT = "1";

    /** Reviews that gradients are averaged over. */
    private static final int FLOW_REVIEWS = 256;

    /** Reviews that neutral words are appended to. */
    private static final int MEMORY_REVIEWS = 500;

    private static final int MOST_FIT_REVIEWS = 5_000;

    /** Decides which reviews stand for all; the same for every run. */
    private static final long CHOICE_SEED = 11;

    private final TestReviews tests;
    private final Surroundings surroundings;

    RunJudge(TestReviews tests, Surroundings surroundings) {
        this.tests = tests;
        this.surroundings = surroundings;
    }

    /** What is asked about: a run, the reviews it had, and those that it is asked. */
    record Questioned(Run run, TrainingData data, ReviewSet test) {}

    /** The reviews that are compared on, as a training on this data sees them. */
    ReviewSet test(TrainingData data) throws IOException {
        return tests.under(data, (part, known) -> {
            try (ReadingWatcher.Reading reading = surroundings.reading().begin("encoding", part)) {
                return surroundings
                        .cache()
                        .encoded(part, known.vocabulary(), surroundings.threads(), reading::at)
                        .corpus();
            }
        });
    }

    RunOutcome.Done judge(Questioned asked, Path folder, RunRecord record) throws IOException {
        Model model = ModelFolder.read(folder);
        String about =
                new Sha256().add(FORMAT).add(tests.identity(asked.test())).hex().substring(0, 12);
        Path file = folder.resolve("answers-" + about + ".json");
        Optional<RunAnswers> there = RunFiles.read(file, RunAnswers.class);
        if (there.isEmpty()) {
            there = Optional.of(answers(asked, model));
            RunFiles.write(there.get(), file);
        }
        return new RunOutcome.Done(folder, model, record, there.get(), asked.test());
    }

    private RunAnswers answers(Questioned asked, Model model) {
        TrainingData data = asked.data();
        ReviewSet test = asked.test();
        OpenModel open = model.open(Arithmetic.fastest(), Workers.of(surroundings.threads()));
        Truncation truncation = model.architecture().truncation();
        int classes = data.classes();
        open.probabilities(Batches.sequences(test.corpus(), some(test, 64), truncation)); // a first call warms up
        long started = System.nanoTime();
        float[] probabilities = Probabilities.of(open, test.corpus(), test.reviews(), truncation, classes);
        double milliseconds = (System.nanoTime() - started) / 1e6 / test.size();
        return new RunAnswers(
                test.reviews(),
                probabilities,
                fit(open, truncation, data, test.size()),
                open.network().flatMap(network -> flow(asked, network, truncation)),
                memory(open, truncation, data, test),
                milliseconds);
    }

    /** The same ones for every run that has the same reviews. */
    private static int[] some(ReviewSet reviews, int most) {
        int[] shuffled = reviews.reviews().clone();
        SplittableRandom random = new SplittableRandom(CHOICE_SEED);
        for (int i = shuffled.length - 1; i > 0; i--) {
            int k = random.nextInt(i + 1);
            int swapped = shuffled[i];
            shuffled[i] = shuffled[k];
            shuffled[k] = swapped;
        }
        return Arrays.copyOf(shuffled, Math.min(most, shuffled.length));
    }

    private static int[] truth(ReviewSet reviews, int[] places) {
        return Arrays.stream(places).map(place -> reviews.classes()[place]).toArray();
    }

    private static RunAnswers.Fit fit(OpenModel model, Truncation truncation, TrainingData data, int tests) {
        int[] learnt = some(data.training(), Math.min(Math.max(tests, 100), MOST_FIT_REVIEWS));
        float[] probabilities = Probabilities.of(model, data.training().corpus(), learnt, truncation, data.classes());
        Evaluation evaluation = Evaluation.of(truth(data.training(), learnt), probabilities, data.classes());
        return new RunAnswers.Fit(
                learnt.length,
                evaluation.accuracy().value(),
                evaluation.probabilities().logLoss());
    }

    private Optional<RunAnswers.Flow> flow(Questioned asked, Network trained, Truncation truncation) {
        if (!asked.run().contender().cell().hasStates()) {
            return Optional.empty();
        }
        ReviewSet test = asked.test();
        int[] places = some(test, FLOW_REVIEWS);
        int[][] reviews = Batches.sequences(test.corpus(), places, truncation);
        int[] truth = truth(test, places);
        try {
            GradientFlow before =
                    flow(trained, TrainingRunner.beginning(asked.run().plan(), asked.data()), reviews, truth);
            GradientFlow after = flow(trained, trained.weights(), reviews, truth);
            return Optional.of(new RunAnswers.Flow(before.meanNorms(), after.meanNorms(), after.reviews()));
        } catch (ArithmeticException e) { // a ReLU's states grew beyond all numbers
            return Optional.empty();
        }
    }

    private GradientFlow flow(Network network, Map<String, float[]> weights, int[][] reviews, int[] truth) {
        return GradientFlow.of(
                network.spec(),
                weights,
                reviews,
                truth,
                Integer.MAX_VALUE,
                Arithmetic.fastest(),
                Workers.of(surroundings.threads()));
    }

    private static Optional<RunAnswers.Recall> memory(
            OpenModel model, Truncation truncation, TrainingData data, ReviewSet test) {
        NeutralWords words;
        try {
            words = NeutralWords.of(data.training(), truncation, data.classes());
        } catch (IllegalArgumentException e) { // no review has a word that the vocabulary knows
            return Optional.empty();
        }
        int[] places = some(test, MEMORY_REVIEWS);
        Memory memory = Memory.of(
                model,
                Batches.sequences(test.corpus(), places, truncation),
                truth(test, places),
                data.classes(),
                words,
                CHOICE_SEED);
        return Optional.of(new RunAnswers.Recall(places.length, memory.words(), memory.accuracy()));
    }
}
