package tritone.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tritone.kernel.CellVariant;
import tritone.kernel.EachCell;

class PresetTest {
    @ParameterizedTest
    @EachCell
    void theLectureIsWhatPeopleKnowFromCourses(CellVariant variant) {
        NetworkSpec lecture = Preset.LECTURE.network(variant);

        assertThat(lecture.vocabulary()).isEqualTo(10_000);
        assertThat(lecture.embedding()).isEqualTo(100);
        assertThat(lecture.levels()).isEqualTo(1);
        assertThat(lecture.readout()).isEqualTo(Readout.LAST);
        assertThat(lecture.classes()).isEqualTo(2);
        assertThat(lecture.outputs()).isEqualTo(1);
        assertThat(lecture.cell()).isEqualTo(new CellSpec(variant, 128, Direction.FORWARD, Normalisation.NONE));
    }

    @Test
    void theLectureSeesTheLast256Tokens() {
        assertThat(Preset.LECTURE.maxTokens()).isEqualTo(256);
    }

    @ParameterizedTest
    @CsvSource({"SIMPLE_RNN_TANH, 1", "SIMPLE_RNN_RELU, 1", "LSTM, 4", "GRU_RESET_BEFORE, 3"})
    void theLectureHasItsNumberOfWeights(CellVariant variant, int gates) {
        int columns = gates * 128;

        int weights = Preset.LECTURE.network(variant).parameters().stream()
                .mapToInt(ParameterShape::length)
                .sum();

        assertThat(weights).isEqualTo(10_000 * 100 + (100 + 128) * columns + columns + 128 + 1);
    }
}
