package tritone.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tritone.kernel.CellVariant;
import tritone.kernel.Workers;
import tritone.network.Direction;
import tritone.network.LanguageModelShape;

class PerplexityTest {
    private static double of(ModelCase model, int[][] texts, int threads) {
        return new Perplexity(model.shape(), model.weights(), Workers.of(threads)).of(List.of(texts));
    }

    @ParameterizedTest
    @CsvSource({
        "SIMPLE_RNN_TANH, FORWARD",
        "LSTM, BACKWARD",
        "LSTM_PEEPHOLE, BOTH",
        "GRU_RESET_BEFORE, BOTH",
        "GRU_RESET_AFTER, FORWARD"
    })
    void agreesWithThePlainSumOverAllWords(CellVariant variant, Direction direction) {
        ModelCase model = ModelCase.of(variant, direction, 11, 5, 6);
        int[] lengths = new int[75];
        Arrays.setAll(lengths, i -> i * 7 % 13);
        int[][] texts = model.texts(lengths);

        double expected = new ReferenceModel(model.shape(), model.weights()).perplexity(texts);

        assertThat(of(model, texts, 1)).isCloseTo(expected, within(1e-5 * expected));
        assertThat(of(model, texts, 3)).isEqualTo(of(model, texts, 1));
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void whoKnowsNothingHesitatesBetweenAllWords(Direction direction) {
        ModelCase model = ModelCase.of(CellVariant.GRU_RESET_BEFORE, direction, 37, 4, 4);
        model.weights().values().forEach(values -> Arrays.fill(values, 0));

        assertThat(of(model, model.texts(9, 1, 30), 2)).isCloseTo(37, within(1e-3));
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void whoKnowsTheLanguageHardlyHesitates(Direction direction) {
        ModelCase model = ModelCase.of(CellVariant.GRU_RESET_BEFORE, direction, 6, 6, 12);
        LanguageModelTrainer trainer = model.trainer(1, 2);
        model.weights().get(LanguageModelShape.BIAS)[0] = -20; // no one tells it that this word is not used
        int[] cycle = {1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5};
        int[] other = {3, 4, 5, 1, 2, 3};
        double before = of(model, new int[][] {other}, 1);
        for (int step = 0; step < 400; step++) {
            trainer.fit(new int[][] {cycle}, 0.02);
        }

        assertThat(before).isGreaterThan(3);
        assertThat(of(model, new int[][] {other}, 1)).isBetween(1.0, 1.1);
    }

    @Test
    void thereIsNoneWithoutAGuess() {
        ModelCase model = ModelCase.of(CellVariant.LSTM, Direction.BOTH, 6, 3, 4);

        assertThat(of(model, model.texts(1, 0, 1), 2)).isNaN();
        assertThat(of(model, model.texts(0), 1)).isNaN();
    }

    @Test
    void logitsFarApartDoNotOverflow() {
        ModelCase model = ModelCase.of(CellVariant.LSTM, Direction.FORWARD, 3, 2, 2);
        model.weights().values().forEach(values -> Arrays.fill(values, 0));
        model.weights().put(LanguageModelShape.BIAS, new float[] {200, 0, 0});

        assertThat(of(model, new int[][] {{1, 0}}, 1)).isCloseTo(1, within(1e-6));
        assertThat(Math.log(of(model, new int[][] {{0, 1}}, 1))).isCloseTo(200, within(1e-3));
    }
}
