package tritone.tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorTest {
    @Test
    void givesBackWhatItWasMadeOf() {
        Tensor floats = Tensor.ofFloats(new float[] {1, -2, 3.5f, 0, Float.MIN_VALUE, 6}, 2, 3);

        assertThat(floats.type()).isEqualTo(TensorType.F32);
        assertThat(floats.shape()).containsExactly(2, 3);
        assertThat(floats.length()).isEqualTo(6);
        assertThat(floats.floats()).containsExactly(1, -2, 3.5f, 0, Float.MIN_VALUE, 6);
        assertThat(floats).hasToString("F32 [2, 3]");
        assertThat(Tensor.ofHalves(new float[] {0.1f, 65520}, 2).floats())
                .containsExactly(0.099975586f, Float.POSITIVE_INFINITY);
        assertThat(Tensor.ofBytes(new byte[] {-128, 127}, 2, 1).bytes()).containsExactly(-128, 127);
        assertThat(Tensor.ofInts(new int[] {Integer.MIN_VALUE, 7}, 1, 2).ints()).containsExactly(Integer.MIN_VALUE, 7);
    }

    @Test
    void keepsNumbersLittleEndian() {
        Tensor ints = Tensor.ofInts(new int[] {0x04030201}, 1);
        Tensor halves = Tensor.ofHalves(new float[] {1}, 1);

        assertThat(ints.data().get(0)).isEqualTo((byte) 1);
        assertThat(ints.data().order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
        assertThat(ints.data().getInt()).isEqualTo(0x04030201);
        assertThat(halves.data().get(1)).isEqualTo((byte) 0x3c);
    }

    @Test
    void cannotBeChangedFromOutside() {
        byte[] bytes = {1, 2};
        int[] shape = {2};
        Tensor tensor = Tensor.ofBytes(bytes, shape);

        bytes[0] = 9;
        shape[0] = 9;
        tensor.bytes()[1] = 9;
        tensor.data().get();

        assertThat(tensor).isEqualTo(Tensor.ofBytes(new byte[] {1, 2}, 2));
        assertThatThrownBy(() -> tensor.data().put((byte) 9)).isInstanceOf(ReadOnlyBufferException.class);
        assertThatThrownBy(() -> tensor.shape().set(0, 9)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void isEqualIfTypeShapeAndBitsAre() {
        Tensor tensor = Tensor.ofInts(new int[] {0, 1}, 2);

        assertThat(tensor).isEqualTo(Tensor.ofInts(new int[] {0, 1}, 2));
        assertThat(tensor).hasSameHashCodeAs(Tensor.ofInts(new int[] {0, 1}, 2));
        assertThat(tensor).isNotEqualTo(Tensor.ofInts(new int[] {0, 1}, 1, 2));
        assertThat(tensor).isNotEqualTo(Tensor.ofInts(new int[] {0, 2}, 2));
        assertThat(tensor).isNotEqualTo(Tensor.ofFloats(new float[] {0, Float.MIN_VALUE}, 2));
    }

    @Test
    void mayHoldNothing() {
        assertThat(Tensor.ofFloats(new float[0], 3, 0).floats()).isEmpty();
        assertThat(Tensor.ofBytes(new byte[0], Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 0)
                        .length())
                .isZero();
    }

    @Test
    void refusesToReadNumbersAsAnotherType() {
        Tensor bytes = Tensor.ofBytes(new byte[2], 2);
        Tensor halves = Tensor.ofHalves(new float[2], 2, 1);

        assertThatThrownBy(bytes::floats)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("expected a tensor of F32 or F16 but it is I8 [2]");
        assertThatThrownBy(bytes::ints).hasMessage("expected a tensor of I32 but it is I8 [2]");
        assertThatThrownBy(halves::bytes).hasMessage("expected a tensor of I8 but it is F16 [2, 1]");
        assertThatThrownBy(halves::ints).hasMessage("expected a tensor of I32 but it is F16 [2, 1]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                | expected 1 to 8 dimensions but found 0",
                "1 1 1 1 1 1 1 1 4 | expected 1 to 8 dimensions but found 9",
                "2 -1              | expected no dimension below 0 but found -1",
                "3                 | expected 3 numbers for the shape [3] but found 4",
                "2 0               | expected 0 numbers for the shape [2, 0] but found 4",
                "65536 65536       | expected at most 2147483647 numbers but found the shape [65536, 65536]",
                "65536 65536 65536 65536 | expected at most 2147483647 numbers but found the shape "
                        + "[65536, 65536, 65536, 65536]",
            })
    void refusesAShapeThatDoesNotFit(String sizes, String message) {
        int[] shape = sizes.isEmpty()
                ? new int[0]
                : Arrays.stream(sizes.split(" ")).mapToInt(Integer::parseInt).toArray();

        assertThatThrownBy(() -> Tensor.ofFloats(new float[4], shape))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> Tensor.ofBytes(new byte[4], shape)).hasMessage(message);
    }
}
