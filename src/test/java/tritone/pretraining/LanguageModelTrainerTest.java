package tritone.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.kernel.CellVariant;
import tritone.network.Direction;
import tritone.network.LanguageModelShape;

class LanguageModelTrainerTest {
    static Stream<Arguments> everyCellEveryWay() {
        return Stream.of(CellVariant.values())
                .filter(variant -> variant != CellVariant.NONE)
                .flatMap(variant -> Stream.of(Direction.values()).map(way -> Arguments.of(variant, way)));
    }

    private static void assertSlopes(ModelCase model, int[][] texts) {
        LanguageModelTrainer trainer = model.trainer(1, 2);
        double loss = trainer.addGradients(texts);

        ReferenceModel reference = new ReferenceModel(model.shape(), model.weights());
        Candidates candidates = model.sampler().draw(0);
        int directions = model.shape().cell().direction().cells();
        assertThat(loss).isCloseTo(reference.loss(texts, candidates) / directions, within(1e-5));
        reference.weights.forEach((name, numbers) -> {
            double[] slopes = ReferenceGuess.slopes(numbers, () -> reference.loss(texts, candidates));
            for (int i = 0; i < slopes.length; i++) {
                assertThat((double) trainer.parameter(name).gradient()[i])
                        .as("%s[%d]", name, i)
                        .isCloseTo(slopes[i], within(3e-6));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("everyCellEveryWay")
    void theGradientIsThatOfThePlainLoss(CellVariant variant, Direction direction) {
        ModelCase model = ModelCase.of(variant, direction, 7, 4, 3);

        assertSlopes(model, model.texts(5, 0, 9, 1, 2));
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void aMatrixOfAsManyRowsAsWordsIsNoTableOfWords(Direction direction) {
        ModelCase model = ModelCase.of(CellVariant.GRU_RESET_AFTER, direction, 5, 5, 5);

        assertSlopes(model, model.texts(6, 3));
    }

    @Test
    void oneWordAloneIsNoGuess() {
        ModelCase model = ModelCase.of(CellVariant.LSTM, Direction.BOTH, 6, 3, 4);
        Map<String, float[]> before = model.copiedWeights();

        double loss = model.trainer(1, 1).fit(model.texts(1, 0, 1), 0.1);

        assertThat(loss).isZero();
        model.assertWeights(before);
    }

    @ParameterizedTest
    @CsvSource({"1e9", "0.05", "Infinity"})
    void stepsByAdamWithTheWholeGradientClipped(double clipNorm) {
        ModelCase model = ModelCase.of(CellVariant.GRU_RESET_BEFORE, Direction.FORWARD, 9, 3, 4);
        LanguageModelTrainer trainer = model.trainer(clipNorm, 2);
        Map<String, ReferenceAdam> expected = new HashMap<>();
        model.shape().parameters().forEach(parameter -> {
            boolean byWord = parameter.name().equals(LanguageModelShape.VECTORS)
                    || parameter.name().equals(LanguageModelShape.BIAS);
            float[] values = model.weights().get(parameter.name());
            expected.put(parameter.name(), new ReferenceAdam(values, byWord ? parameter.columns() : values.length));
        });

        for (int step = 1; step <= 6; step++) {
            trainer.addGradients(model.texts(4, 3));
            double squares = 0;
            for (String name : expected.keySet()) {
                for (float slope : trainer.parameter(name).gradient()) {
                    squares += (double) slope * slope;
                }
            }
            double share = Math.min(1, clipNorm / Math.sqrt(squares));
            for (Map.Entry<String, ReferenceAdam> entry : expected.entrySet()) {
                entry.getValue().step(trainer.parameter(entry.getKey()).gradient(), 0.01, step, share);
            }
            trainer.step(0.01);
        }

        expected.forEach((name, adam) -> adam.assertValues(model.weights().get(name)));
    }

    @ParameterizedTest
    @MethodSource("everyCellEveryWay")
    void threadsChangeNoBit(CellVariant variant, Direction direction) {
        ModelCase one = fitted(variant, direction, 1);

        fitted(variant, direction, 2).assertWeights(one.weights());
        fitted(variant, direction, 3).assertWeights(one.weights());
    }

    private static ModelCase fitted(CellVariant variant, Direction direction, int threads) {
        ModelCase model = ModelCase.of(variant, direction, 40, 9, 17);
        LanguageModelTrainer trainer = model.trainer(1, threads);
        int[] lengths = new int[40];
        Arrays.setAll(lengths, i -> 1 + i % 9);
        for (int step = 0; step < 5; step++) {
            trainer.fit(model.texts(lengths), 0.01);
        }
        return model;
    }

    static List<String> notOfTheCell() {
        return List.of(LanguageModelShape.VECTORS, LanguageModelShape.BIAS, LanguageModelShape.projection(0));
    }

    @ParameterizedTest
    @MethodSource("notOfTheCell")
    void aLossThatIsNoNumberChangesNoWeight(String name) {
        for (float spoilt : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            ModelCase model = ModelCase.of(CellVariant.GRU_RESET_BEFORE, Direction.FORWARD, 6, 3, 4);
            LanguageModelTrainer trainer = model.trainer(1, 1);
            Arrays.fill(model.weights().get(name), spoilt);
            Map<String, float[]> before = model.copiedWeights();

            assertThatThrownBy(() -> trainer.fit(model.texts(5, 5), 0.1))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageContaining("no weight was changed");
            model.assertWeights(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FORWARD", "BACKWARD", "BOTH"})
    void learnsWhatComesNext(Direction direction) {
        ModelCase model = ModelCase.of(CellVariant.LSTM, direction, 8, 6, 10);
        LanguageModelTrainer trainer = model.trainer(1, 2);
        int[] cycle = {1, 2, 3, 4, 5, 6, 7, 1, 2, 3, 4, 5, 6, 7, 1, 2};

        double first = trainer.fit(new int[][] {cycle}, 0.02);
        double last = first;
        for (int step = 0; step < 200; step++) {
            last = trainer.fit(new int[][] {cycle}, 0.02);
        }

        assertThat(first).isGreaterThan(1);
        assertThat(last).isLessThan(0.1);
    }
}
