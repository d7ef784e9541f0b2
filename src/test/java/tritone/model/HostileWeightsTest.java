package tritone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static tritone.model.Refusal.refused;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.network.CellKind;
import tritone.tensors.Tensor;

/** {@code model.safetensors} with arrays that are not those of the model. */
class HostileWeightsTest {
    @TempDir
    private Path folder;

    private Spoilt model(CellKind kind) throws IOException {
        return Refusal.model(kind, folder);
    }

    private static Tensor floats(int rows, int columns, float value) {
        float[] values = new float[rows * columns];
        Arrays.fill(values, value);
        return Tensor.ofFloats(values, rows, columns);
    }

    private static Tensor vector(float... values) {
        return Tensor.ofFloats(values, values.length);
    }

    private void refusesWeights(CellKind kind, String name, Tensor tensor, String problem) throws IOException {
        Spoilt spoilt = model(kind);
        spoilt.weights(tensors -> {
            if (tensor == null) {
                assertThat(tensors.remove(name)).isNotNull();
            } else {
                tensors.put(name, tensor);
            }
        });

        assertThat(refused(spoilt)).startsWith("/model.safetensors: ").contains(problem);
    }

    @Test
    void refusesWeightsThatTheNetworkDoesNotHave() throws IOException {
        CellKind lstm = CellKind.LSTM;
        refusesWeights(lstm, "0.W", null, "the array 0.W is missing");
        refusesWeights(lstm, "1.b", null, "the array 1.b is missing");
        refusesWeights(lstm, "0.E.scale", null, "the array 0.E.scale is missing");
        refusesWeights(lstm, "2.b", vector(1), "expected 10 arrays but found 11");
        refusesWeights(lstm, "a.scale", vector(1), "expected 10 arrays but found 11");
        refusesWeights(lstm, "\u001b[2J", vector(1), "expected 10 arrays but found 11");
        refusesWeights(lstm, "0.b.scale", vector(1, 1, 1, 1, 1, 1, 1, 1), "expected 10 arrays but found 11");
    }

    @Test
    void refusesWeightsOfAnotherShape() throws IOException {
        CellKind lstm = CellKind.LSTM;
        refusesWeights(
                lstm, "0.W", Tensor.ofBytes(new byte[24], 8, 3), "expected 0.W of shape [3, 8] but found [8, 3]");
        refusesWeights(lstm, "0.W", Tensor.ofBytes(new byte[24], 24), "expected 0.W of shape [3, 8] but found [24]");
        refusesWeights(lstm, "0.W", Tensor.ofBytes(new byte[0], 3, 0), "expected 0.W of shape [3, 8] but found [3, 0]");
        refusesWeights(
                lstm, "0.W", Tensor.ofBytes(new byte[24], 3, 8, 1), "expected 0.W of shape [3, 8] but found [3, 8, 1]");
        refusesWeights(lstm, "0.b", floats(1, 8, 0), "expected 0.b of shape [8] but found [1, 8]");
        refusesWeights(lstm, "0.E.scale", vector(1, 1), "expected 0.E.scale of shape [9] but found [2]");
        refusesWeights(lstm, "0.E.scale", floats(9, 1, 1), "expected 0.E.scale of shape [9] but found [9, 1]");
        refusesWeights(lstm, "0.E.scale", vector(), "expected 0.E.scale of shape [9] but found [0]");
    }

    @Test
    void refusesWeightsOfAnotherType() throws IOException {
        CellKind lstm = CellKind.LSTM;
        refusesWeights(lstm, "0.W", Tensor.ofInts(new int[24], 3, 8), "expected 0.W of type F32 or F16 but found I32");
        refusesWeights(lstm, "0.b", Tensor.ofInts(new int[8], 8), "expected 0.b of type F32 or F16 but found I32");
        refusesWeights(lstm, "0.b", Tensor.ofBytes(new byte[8], 8), "the array 0.b.scale is missing");
        refusesWeights(
                lstm,
                "0.W.scale",
                Tensor.ofBytes(new byte[3], 3),
                "expected 0.W.scale of type F32 or F16 but found I8");
        refusesWeights(
                lstm, "0.W.scale", Tensor.ofInts(new int[3], 3), "expected 0.W.scale of type F32 or F16 but found I32");
        CellKind linear = CellKind.LINEAR;
        refusesWeights(linear, "bias", Tensor.ofBytes(new byte[1], 1), "expected bias of type F32 or F16 but found I8");
        refusesWeights(linear, "bias", Tensor.ofInts(new int[1], 1), "expected bias of type F32 or F16 but found I32");
        refusesWeights(linear, "pairs", Tensor.ofBytes(new byte[8], 4, 2), "expected pairs of type I32 but found I8");
        refusesWeights(linear, "pairs", floats(4, 2, 3), "expected pairs of type I32 but found F32");
        refusesWeights(linear, "words", Tensor.ofInts(new int[9], 1, 9), "expected 5 arrays but found 6");
        Spoilt spoilt = Spoilt.of(TinyModels.of(linear, 2), folder.resolve("whole"));
        spoilt.weights(tensors -> tensors.put("words", Tensor.ofInts(new int[9], 1, 9)));
        assertThat(refused(spoilt)).isEqualTo("/model.safetensors: expected words of type F32 or F16 but found I32");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesWeightsThatAreNoNumbers(float value) throws IOException {
        String problem = "must be a finite number but was ";
        refusesWeights(CellKind.LSTM, "0.W", floats(3, 8, value), "0.W[0] " + problem + value);
        refusesWeights(CellKind.LSTM, "0.b", vector(value, 1, 1, 1, 1, 1, 1, 1), "0.b[0] " + problem + value);
        refusesWeights(CellKind.LSTM, "0.W", Tensor.ofHalves(new float[] {value}, 1), "expected 0.W of shape");
        refusesWeights(CellKind.LSTM, "0.W.scale", vector(value, 1, 1), "0.W[");
        refusesWeights(CellKind.LINEAR, "bias", vector(value), "bias[0] " + problem + value);
        refusesWeights(CellKind.LINEAR, "words.scale", vector(value), "words[");
        refusesWeights(CellKind.LINEAR, "pair_weights.scale", vector(value), "pairWeights[");
    }

    @Test
    void refusesAVarianceBelowZero() throws IOException {
        Spoilt spoilt = Spoilt.of(TinyModels.rich(), folder.resolve("rich"));
        spoilt.weights(tensors -> tensors.put("0.var", vector(0, 1, -1)));

        assertThat(refused(spoilt)).isEqualTo("/model.safetensors: 0.var[2] must be at least 0 but was -1.0");
    }

    @Test
    void refusesPairsThatCannotBeLookedUp() throws IOException {
        Map<String, int[]> pairs = Map.of(
                "pairs[1] must be greater than the one before it, ",
                new int[] {2, 3, 2, 3, 5, 2, 5, 5},
                "pairs[2] must be greater than the one before it, ",
                new int[] {2, 3, 4, 3, 3, 2, 5, 5},
                "the first part of pairs[0] must be at least 2 and below 9 but was -1",
                new int[] {-1, 3, 4, 3, 5, 2, 5, 5},
                "the second word of pairs[0] must be at least 2 and below 9 but was -1",
                new int[] {2, -1, 4, 3, 5, 2, 5, 5},
                "the first part of pairs[0] must be at least 2 and below 9 but was 1",
                new int[] {1, 3, 4, 3, 5, 2, 5, 5},
                "the second word of pairs[3] must be at least 2 and below 9 but was 9",
                new int[] {2, 3, 4, 3, 5, 2, 5, 9},
                "the first part of pairs[3] must be at least 2 and below 12 but was 2147483647",
                new int[] {2, 3, 4, 3, 5, 2, Integer.MAX_VALUE, 5},
                "the first part of pairs[3] must be at least 2 and below 12 but was 12",
                new int[] {2, 3, 4, 3, 5, 2, 12, 5},
                "the second word of pairs[0] must be at least 2 and below 9 but was 0",
                new int[] {2, 0, 4, 3, 5, 2, 5, 5});
        for (Map.Entry<String, int[]> entry : pairs.entrySet()) {
            refusesWeights(CellKind.LINEAR, "pairs", Tensor.ofInts(entry.getValue(), 4, 2), entry.getKey());
        }
        refusesWeights(
                CellKind.LINEAR, "pairs", Tensor.ofInts(new int[8], 2, 4), "expected pair_weights of shape [1, 2]");
        refusesWeights(CellKind.LINEAR, "pairs", Tensor.ofInts(new int[8], 8), "expected pair_weights of shape [1, 8]");
        refusesWeights(
                CellKind.LINEAR, "pairs", Tensor.ofInts(new int[6], 3, 2), "expected pair_weights of shape [1, 3]");
        refusesWeights(CellKind.LINEAR, "pairs", null, "expected pair_weights of shape [1, 0]");
    }

    @Test
    void takesFiniteWeightsOfAnySize() throws IOException {
        Spoilt spoilt = Spoilt.of(TinyModels.of(CellKind.GRU, 5), folder.resolve("large"));
        spoilt.weights(tensors -> tensors.replaceAll((name, tensor) -> {
            float[] values = tensor.floats();
            Arrays.fill(values, Float.MAX_VALUE);
            return Tensor.ofFloats(
                    values, tensor.shape().stream().mapToInt(Integer::intValue).toArray());
        }));

        assertThat(spoilt.complaint()).isEmpty();
    }
}
