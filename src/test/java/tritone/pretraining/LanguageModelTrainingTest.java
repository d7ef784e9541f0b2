package tritone.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.model.LanguageModel;
import tritone.training.NetworkPlan;
import tritone.training.Setting;
import tritone.training.Settings;

class LanguageModelTrainingTest {
    @TempDir
    private Path folder;

    /** Lets so many steps pass. */
    private static final class Watcher implements LanguageModelWatcher {
        private final int most;
        private final List<Progress> steps = new ArrayList<>();
        private final List<PassRecord> passes = new ArrayList<>();

        Watcher(int most) {
            this.most = most;
        }

        @Override
        public void step(Progress progress) {
            steps.add(progress);
        }

        @Override
        public void pass(PassRecord record) {
            passes.add(record);
        }

        @Override
        public boolean wantsToStop() {
            return steps.size() >= most;
        }
    }

    private static LanguageModelPlan plan(String... pairs) {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        settings.putAll(Map.of(Setting.UNITS, "8", Setting.EMBEDDING, "6", Setting.EPOCHS, "2", Setting.BATCH, "8"));
        for (String pair : pairs) {
            String[] sides = pair.split("=", 2);
            settings.put(Setting.valueOf(sides[0].toUpperCase(Locale.ROOT).replace('-', '_')), sides[1]);
        }
        return new LanguageModelPlan(NetworkPlan.of(Settings.of(settings)), 7, 10);
    }

    /** Sentences that count letters up, beginning anywhere. */
    private static List<String> reviews(int count, long seed) {
        Random random = new Random(seed);
        List<String> reviews = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> words = new ArrayList<>();
            int first = random.nextInt(12);
            for (int at = 0; at < 3 + random.nextInt(20); at++) {
                words.add("w" + (char) ('a' + (first + at) % 12));
            }
            reviews.add(String.join(" ", words));
        }
        return reviews;
    }

    private PretrainingText text(List<String> heldOut) throws IOException {
        return Texts.of(folder, reviews(60, 1), Optional.of(heldOut));
    }

    private static LanguageModelRun run(LanguageModelPlan plan, PretrainingText text, int threads) {
        return new LanguageModelTraining(plan, text, threads, new Watcher(Integer.MAX_VALUE))
                .run()
                .orElseThrow();
    }

    private static void assertSameWeights(LanguageModel one, LanguageModel other) {
        assertThat(one.weights().keySet()).isEqualTo(other.weights().keySet());
        one.weights()
                .forEach((name, values) ->
                        assertThat(values).as(name).isEqualTo(other.weights().get(name)));
    }

    @ParameterizedTest
    @CsvSource({"gru, forward", "lstm, both", "simple-rnn, backward"})
    void equalPlansGiveEqualWeightsWhateverTheThreads(String cell, String direction) throws IOException {
        LanguageModelPlan plan = plan("cell=" + cell, "direction=" + direction);
        PretrainingText text = text(reviews(9, 2));
        LanguageModelRun one = run(plan, text, 1);

        for (int threads = 1; threads <= 3; threads++) {
            LanguageModelRun again = run(plan, text, threads);
            assertSameWeights(again.model(), one.model());
            assertThat(again.passes())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
                    .isEqualTo(one.passes());
        }
        assertThat(run(plan("cell=" + cell, "direction=" + direction, "seed=2"), text, 1)
                        .model()
                        .sum())
                .isNotEqualTo(one.model().sum());
    }

    @Test
    void whatIsHeldOutLeavesNoTrace() throws IOException {
        LanguageModelRun one = run(plan(), text(reviews(9, 2)), 2);
        LanguageModelRun other = run(plan(), text(List.of("wb wa wb wa", "new words here")), 2);
        LanguageModelRun none = run(plan(), Texts.of(folder, reviews(60, 1)), 2);

        assertThat(other.model().sum()).isEqualTo(one.model().sum());
        assertThat(none.model().sum()).isEqualTo(one.model().sum());
        assertThat(other.passes().get(1).perplexity().getAsDouble())
                .isNotEqualTo(one.passes().get(1).perplexity().getAsDouble());
        assertThat(other.passes().get(1).loss()).isEqualTo(one.passes().get(1).loss());
        assertThat(none.passes()).allMatch(pass -> pass.perplexity().isEmpty());
    }

    @Test
    void comesToKnowTheLanguage() throws IOException {
        LanguageModelRun run = run(plan("epochs=60", "rate=0.02"), text(reviews(9, 2)), 2);

        assertThat(run.passes()).hasSize(60);
        assertThat(run.passes().get(0).perplexity().orElseThrow()).isGreaterThan(8);
        assertThat(run.passes().get(59).perplexity().orElseThrow()).isBetween(1.0, 1.2);
        assertThat(run.passes().get(59).loss()).isBetween(0.0, 0.2);
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        Watcher watcher = new Watcher(Integer.MAX_VALUE);
        PretrainingText text = text(reviews(9, 2));
        LanguageModelRun run = new LanguageModelTraining(plan("epochs=3"), text, 1, watcher)
                .run()
                .orElseThrow();

        LanguageModelWatcher.Progress last = watcher.steps.get(watcher.steps.size() - 1);
        assertThat(last.step()).isEqualTo(last.steps()).isEqualTo(watcher.steps.size());
        assertThat(last.pass()).isEqualTo(last.passes()).isEqualTo(3);
        assertThat(last.loss()).isCloseTo(run.passes().get(2).loss(), within(1e-12));
        assertThat(last.secondsLeft()).isZero();
        assertThat(watcher.passes).isEqualTo(run.passes());
        assertThat(run.tokens()).isEqualTo(3 * text.tokens());
        assertThat(run.seconds()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10})
    void stopsWhenItIsAskedTo(int steps) throws IOException {
        Watcher watcher = new Watcher(steps);

        assertThat(new LanguageModelTraining(plan("epochs=999999999"), text(reviews(9, 2)), 2, watcher).run())
                .isEmpty();
        assertThat(watcher.steps).hasSize(steps);
    }

    @Test
    void whatIsHeldOutWithoutAGuessHasNoPerplexity() throws IOException {
        LanguageModelRun run = run(plan(), text(List.of("wa", "wb")), 1);

        assertThat(run.passes()).allMatch(pass -> pass.perplexity().isEmpty());
    }

    @Test
    void reviewsOfAWordAreNothingToLearnFrom() throws IOException {
        PretrainingText text = Texts.of(folder, List.of("one", "two", "three"));

        assertThatThrownBy(() -> run(plan(), text, 1))
                .isInstanceOf(PretrainingException.class)
                .hasMessage("expected reviews of two words or more but found none");
    }

    @ParameterizedTest
    @CsvSource({"8, constant", "8, one-cycle", "100000, constant"})
    void anExplosionSaysWhatToTry(int batch, String schedule) throws IOException {
        PretrainingText text = text(reviews(9, 2));
        LanguageModelPlan plan = plan("rate=1e38", "epochs=1", "batch=" + batch, "schedule=" + schedule);

        assertThatThrownBy(() -> run(plan, text, 2))
                .isInstanceOf(PretrainingException.class)
                .hasMessageContaining(" at step ")
                .hasMessageContaining("at a learning rate of ")
                .hasMessageEndingWith("try a lower --rate");
    }

    @Test
    void refusesWhatNoArrayCanHold() throws IOException {
        PretrainingText text = text(reviews(9, 2));

        for (String size : List.of("units=999999999", "embedding=999999999", "units=100000")) {
            assertThatThrownBy(() -> run(plan(size), text, 1))
                    .as(size)
                    .isInstanceOf(PretrainingException.class)
                    .hasMessageStartingWith("the language model would be too large: ");
        }
    }

    @Test
    void refusesAScheduleThatNeedsValidation() {
        assertThatThrownBy(() -> plan("schedule=plateau"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("schedule must be constant or one-cycle, which need no validation, but was plateau");
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch", "epochs"})
    void goesByNoNumberOfReviews(String setting) {
        assertThatThrownBy(() -> plan(setting + "=auto"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(setting + " must be a whole number for a language model but was auto");
    }

    @Test
    void refusesAPartOfAPass() {
        assertThatThrownBy(() -> plan("steps=5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("steps must be all, as passes over the text are whole, but was 5");
    }

    @ParameterizedTest
    @CsvSource({"1, 5, piece must be at least 2 but was 1", "2, 0, candidates must be at least 1 but was 0"})
    void refusesBoundsThatLeaveNothing(int piece, int candidates, String sentence) {
        NetworkPlan network = plan().network();

        assertThatThrownBy(() -> new LanguageModelPlan(network, piece, candidates))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
