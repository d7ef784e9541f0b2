package tritone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tritone.kernel.CellVariant;
import tritone.layers.Clipping;
import tritone.layers.Initialisation;
import tritone.layers.Optimiser;
import tritone.network.CellKind;
import tritone.network.Direction;
import tritone.network.Normalisation;
import tritone.network.Readout;

class SettingsTest {
    @ParameterizedTest
    @EnumSource(CellKind.class)
    void everyPresetIsAPlanForEveryCell(CellKind cell) {
        for (Preset preset : Preset.values()) {
            TrainingPlan plan = Plans.plan("preset=" + preset, "cell=" + cell);

            assertThat(plan.cell()).isEqualTo(cell);
            assertThat(plan.network().isPresent()).isEqualTo(cell != CellKind.LINEAR);
            assertThat(plan.linear().isPresent()).isEqualTo(cell == CellKind.LINEAR);
        }
    }

    @Test
    void theLectureIsWhatTheCoursesTeach() {
        NetworkPlan plan = Plans.plan("cell=lstm").network().orElseThrow();

        assertThat(plan.shape().vocabulary()).isEqualTo(10_000);
        assertThat(plan.shape().embedding()).isEqualTo(100);
        assertThat(plan.shape().cell().units()).isEqualTo(128);
        assertThat(plan.shape().cell().variant()).isEqualTo(CellVariant.LSTM);
        assertThat(plan.shape().readout()).isEqualTo(Readout.LAST);
        assertThat(plan.learning().optimiser().kind()).isEqualTo(Optimiser.Kind.ADAM);
        assertThat(Plans.plan("cell=lstm").text().truncation().maxTokens()).isEqualTo(256);
    }

    @Test
    void everyChoiceArrives() {
        NetworkPlan plan = Plans.plan(
                        "cell=simple-rnn",
                        "variant=relu",
                        "units=7",
                        "layers=2",
                        "direction=both",
                        "readout=last-mean-max",
                        "normalisation=layer",
                        "embedding=9",
                        "init=he",
                        "recurrent-init=identity",
                        "input-dropout=0.1",
                        "state-dropout=0.2",
                        "word-dropout=0.3",
                        "optimiser=momentum",
                        "momentum=0.5",
                        "updates=dense",
                        "clip-norm=2",
                        "clip-value=0.5",
                        "window=16",
                        "rate=0.25",
                        "schedule=plateau",
                        "batch=3",
                        "epochs=11",
                        "steps=99",
                        "stop-on=log-loss",
                        "patience=5",
                        "average=4",
                        "seed=-12",
                        "label-smoothing=0.05")
                .network()
                .orElseThrow();

        assertThat(plan.shape().cell().variant()).isEqualTo(CellVariant.SIMPLE_RNN_RELU);
        assertThat(plan.shape().cell().units()).isEqualTo(7);
        assertThat(plan.shape().cell().direction()).isEqualTo(Direction.BOTH);
        assertThat(plan.shape().cell().normalisation()).isEqualTo(Normalisation.LAYER);
        assertThat(plan.shape().levels()).isEqualTo(2);
        assertThat(plan.shape().readout()).isEqualTo(Readout.LAST_MEAN_MAX);
        assertThat(plan.shape().embedding()).isEqualTo(9);
        assertThat(plan.learning().beginning().inputs()).isEqualTo(Initialisation.HE);
        assertThat(plan.learning().beginning().recurrent()).isEqualTo(Initialisation.IDENTITY);
        assertThat(plan.learning().dropouts()).isEqualTo(new tritone.layers.Dropouts(0.1, 0.2, 0.3));
        assertThat(plan.learning().optimiser())
                .isEqualTo(new Optimiser(Optimiser.Kind.MOMENTUM, 0.5, 0, Optimiser.Updates.DENSE));
        assertThat(plan.learning().clipping()).isEqualTo(new Clipping(2, 0.5));
        assertThat(plan.learning().window()).isEqualTo(16);
        assertThat(plan.rate()).isEqualTo(new RatePlan(0.25, Schedule.PLATEAU));
        assertThat(plan.loop())
                .isEqualTo(new LoopPlan(
                        OptionalInt.of(3), OptionalInt.of(11), OptionalInt.of(99), StopOn.LOG_LOSS, 5, 4, -12));
        assertThat(plan.labelSmoothing()).isEqualTo(0.05);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "units=0 | units must be a whole number from 1 on but was 0",
                "units=9999999999 | units must be a whole number from 1 on but was 9999999999",
                "steps=0 | steps must be a whole number from 1 on but was 0",
                "readout=states | readout must be one of last, mean, max, last-mean-max, attention but was states",
                "direction=up | direction must be one of forward, backward, both but was up",
                "rate=0 | rate must be more than 0 but was 0",
                "rate=NaN | rate must be a number but was NaN",
                "word-dropout=1 | word-dropout must be at least 0 and below 1 but was 1",
                "clip-norm=-1 | clip-norm must be more than 0 but was -1",
                "variant=peepholes | variant must be usual or one of reset-before, reset-after but was peepholes",
                "validation=1.5 | validation must be a share between 0 and 1 or a number of reviews but was 1.5",
                "validation=0 | validation must be a share between 0 and 1 or a number of reviews but was 0",
                "class-weights=1,-2 | class-weights must be numbers above 0 but was 1,-2",
                "class-weights=1,2, | class-weights must be none, balanced or numbers with commas between them but was 1,2,",
                "class-weights=, | class-weights must be none, balanced or numbers with commas between them but was ,",
                "vocab-size=2 | vocab-size must be at least 3, so that there is room for a token, but was 2",
                "forget-bias=2 | forget-bias means nothing for the cell gru",
                "penalty=2 | penalty means nothing for the cell gru",
                "weight-decay=0.1 | weight decay goes with adamw and not with adam",
                "init=identity | only a square matrix can begin as the identity, which inputs rarely have",
                "preset=worst | preset must be one of lecture, quick, best but was worst",
            })
    void refusesWhatIsNoPlan(String choice, String message) {
        assertThatThrownBy(() -> Plans.plan("cell=gru", choice)).hasMessage(message);
    }

    @Test
    void aPlanFromBeforeLongerPhrasesGoesByPairs() {
        Map<Setting, String> written =
                new EnumMap<>(Settings.of(Plans.settings("cell=linear")).values());
        Map<Setting, String> whole = new EnumMap<>(written);
        Map<Setting, String> older = new EnumMap<>(written);
        older.remove(Setting.PHRASE_WORDS);
        Map<Setting, String> byHand = Plans.settings("cell=linear", "penalty=2");

        List.of(whole, older, byHand).forEach(Settings::completeOlder);

        assertThat(whole).isEqualTo(written);
        assertThat(older).containsEntry(Setting.PHRASE_WORDS, "2");
        assertThat(byHand).doesNotContainKey(Setting.PHRASE_WORDS);
    }

    @Test
    void aPlanFromBeforeWordVectorsBeginsWithoutThem() {
        Map<Setting, String> written = new EnumMap<>(
                Settings.of(Plans.settings("preset=best", "cell=gru")).values());
        Map<Setting, String> whole = new EnumMap<>(written);
        Map<Setting, String> older = new EnumMap<>(written);
        older.remove(Setting.VECTORS);
        Map<Setting, String> byHand = Plans.settings("preset=best", "cell=gru", "seed=2");

        List.of(whole, older, byHand).forEach(Settings::completeOlder);

        assertThat(whole).isEqualTo(written);
        assertThat(older).containsEntry(Setting.VECTORS, "none");
        assertThat(byHand).doesNotContainKey(Setting.VECTORS);
    }

    @Test
    void aPlanFromBeforeStepsTakesThemAll() {
        Map<Setting, String> older = new EnumMap<>(
                Settings.of(Plans.settings("preset=best", "cell=gru")).values());
        older.remove(Setting.STEPS);

        Settings.completeOlder(older);

        assertThat(TrainingPlan.of(Settings.of(older))
                        .network()
                        .orElseThrow()
                        .loop()
                        .steps())
                .isEmpty();
    }

    @Test
    void aLinearClassifierHasPhrasesOfOneToFiveWords() {
        assertThat(Plans.plan("cell=linear", "phrase-words=5")
                        .linear()
                        .orElseThrow()
                        .phraseWords())
                .isEqualTo(5);
        assertThatThrownBy(() -> Plans.plan("cell=linear", "phrase-words=6"))
                .hasMessage("phrase-words must be a whole number from 1 to 5 but was 6");
    }

    @Test
    void adamwDecaysIfNothingElseIsSaid() {
        assertThat(Settings.of(Plans.settings("optimiser=adamw")).values()).containsEntry(Setting.WEIGHT_DECAY, "0.01");
        assertThat(Settings.of(Plans.settings("optimiser=adamw", "weight-decay=0"))
                        .values())
                .containsEntry(Setting.WEIGHT_DECAY, "0");
    }

    @Test
    void aPlanHandsOnToAnotherCellWhatItChoseItself() {
        Map<Setting, String> plan = Settings.of(Plans.settings("cell=lstm", "epochs=9", "forget-bias=2"))
                .values();

        Map<Setting, String> bag = Settings.inherited(plan, Plans.settings("cell=bag"));
        Map<Setting, String> same = Settings.inherited(plan, Plans.settings("seed=2"));

        assertThat(bag).containsEntry(Setting.EPOCHS, "9").doesNotContainKeys(Setting.READOUT, Setting.FORGET_BIAS);
        assertThat(same).isEqualTo(plan);
    }

    @Test
    void whatIsGivenComesBeforeThePreset() {
        Map<Setting, String> values = Settings.of(Plans.settings("preset=quick", "cell=gru", "epochs=9"))
                .values();

        assertThat(values).containsEntry(Setting.EPOCHS, "9").containsEntry(Setting.VECTORS, "imdb");
    }

    @Test
    void aLanguageModelHasVectorsOfItsOwn() {
        Map<Setting, String> values = Settings.of(Plans.settings("preset=best", "cell=gru", "from=models/lm"))
                .values();

        assertThat(values).containsEntry(Setting.VECTORS, "none").containsEntry(Setting.FROM, "models/lm");
    }
}
