package tritone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tritone.layers.TrainingState;
import tritone.model.EpochRecord;
import tritone.tensors.TensorFormatException;

class CheckpointTest {
    private static final LearningCurve.State CURVE = new LearningCurve.State(
            List.of(
                    new CurvePoint(4, 0.5, 1.25, 0.7, Double.NaN, Optional.empty()),
                    new CurvePoint(7, 1, 2, 0.6, 0.75, Optional.of(new CurvePoint.ValidationFigures(0.65, 0.5)))),
            new LearningCurve.Sums(0.1, 3, 1, 2),
            2.25);

    @TempDir
    private Path folder;

    private static Map<String, float[]> weights(float first) {
        return Map.of("0.W", new float[] {first, -0f, Float.MIN_VALUE}, "0.b", new float[] {1 / first});
    }

    private byte[] written() throws IOException {
        LoopState state = new LoopState(
                new TrainingState(weights(3), new float[] {0.1f, 7}, 12),
                new LoopState.Position(1, 5, 0.1, Double.NaN, 2.5),
                List.of(new EpochRecord(1, 7, 1e-3, 0.69, 1.5, Optional.empty())),
                List.of(weights(5), weights(9)),
                weights(11),
                CURVE);
        checkpoint().write(state);
        return Files.readAllBytes(folder.resolve("checkpoint"));
    }

    private Checkpoint checkpoint() {
        return new Checkpoint(folder.resolve("checkpoint"), "mine");
    }

    private void assertRefused(byte[] bytes, String how) throws IOException {
        Files.write(folder.resolve("checkpoint"), bytes);

        assertThat(catchThrowable(() -> checkpoint().read()))
                .as(how)
                .isInstanceOfAny(CheckpointException.class, TensorFormatException.class)
                .hasMessageStartingWith(folder.resolve("checkpoint") + ": ");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        written();

        LoopState read = checkpoint().read();

        assertThat(read.learner().weights().get("0.W")).containsExactly(3, -0f, Float.MIN_VALUE);
        assertThat(read.learner().updater()).containsExactly(0.1f, 7);
        assertThat(read.learner().step()).isEqualTo(12);
        assertThat(read.position()).isEqualTo(new LoopState.Position(1, 5, 0.1, Double.NaN, 2.5));
        assertThat(read.records()).hasSize(1);
        assertThat(read.recent()).extracting(recent -> recent.get("0.W")[0]).containsExactly(5f, 9f);
        assertThat(read.best().get("0.b")).containsExactly(1 / 11f);
        assertThat(read.curve()).isEqualTo(CURVE);
    }

    @Test
    void aFileFromBeforeLearningCurvesHasNoPoints() throws IOException {
        try (InputStream older = CheckpointTest.class.getResourceAsStream("checkpoint-without-curve.safetensors")) {
            Files.write(folder.resolve("checkpoint"), older.readAllBytes());
        }

        LoopState read = checkpoint().read();

        assertThat(read.curve()).isEqualTo(new LearningCurve.State(List.of(), new LearningCurve.Sums(0, 0, 0, 0), 0));
        assertThat(read.position()).isEqualTo(new LoopState.Position(1, 5, 0.1, Double.NaN, 2.5));
        assertThat(read.learner().weights().get("0.W")).containsExactly(3, -0f, Float.MIN_VALUE);
    }

    @Test
    void belongsToOneTraining() throws IOException {
        written();

        assertThatThrownBy(() -> new Checkpoint(folder.resolve("checkpoint"), "another").read())
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("belongs to another plan");
    }

    @Test
    void noBitMayDiffer() throws IOException {
        byte[] bytes = written();
        for (int place = 0; place < bytes.length; place++) {
            for (int bit = 0; bit < 8; bit += 5) {
                byte[] damaged = bytes.clone();
                damaged[place] ^= (byte) (1 << bit);

                assertRefused(damaged, "bit " + bit + " of byte " + place);
            }
        }
    }

    @Test
    void nothingMayBeMissing() throws IOException {
        byte[] bytes = written();
        for (int length = 0; length < bytes.length; length++) {
            assertRefused(Arrays.copyOf(bytes, length), "cut at " + length);
        }
    }
}
