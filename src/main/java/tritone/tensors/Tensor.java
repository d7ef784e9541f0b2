package tritone.tensors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;

/**
 * Numbers of one type in one to eight dimensions, the last of which runs fastest. Immutable: what goes in and what comes
 * out is copied. Two are equal if type, shape and every bit are.
 */
public final class Tensor {
    private final TensorType type;
    private final Shape shape;
    private final ByteBuffer data; // little-endian, all of it; only duplicates of it are moved

    private Tensor(TensorType type, Shape shape, ByteBuffer data) {
        this.type = type;
        this.shape = shape;
        this.data = data;
    }

    /** Takes the buffer as it is, from its position to its limit; nobody may write to it afterwards. */
    static Tensor of(TensorType type, Shape shape, ByteBuffer data) {
        if (data.remaining() != shape.bytes(type)) {
            throw new IllegalArgumentException("expected " + shape.numbers() + " numbers for the shape " + shape
                    + " but found " + data.remaining() / type.bytesPerNumber());
        }
        return new Tensor(type, shape, data.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN));
    }

    /** A tensor of F32. */
    public static Tensor ofFloats(float[] values, int... shape) {
        ByteBuffer data = room(TensorType.F32, values.length);
        data.asFloatBuffer().put(values);
        return of(TensorType.F32, Shape.of(shape), data);
    }

    /** A tensor of F16, with the nearest half to each value, the even one of two; beyond 65,519 that is infinity. */
    public static Tensor ofHalves(float[] values, int... shape) {
        ByteBuffer data = room(TensorType.F16, values.length);
        for (int i = 0; i < values.length; i++) {
            data.putShort(i * Short.BYTES, Half.of(values[i]));
        }
        return of(TensorType.F16, Shape.of(shape), data);
    }

    /** A tensor of I8. */
    public static Tensor ofBytes(byte[] values, int... shape) {
        return of(TensorType.I8, Shape.of(shape), ByteBuffer.wrap(values.clone()));
    }

    /** A tensor of I32. */
    public static Tensor ofInts(int[] values, int... shape) {
        ByteBuffer data = room(TensorType.I32, values.length);
        data.asIntBuffer().put(values);
        return of(TensorType.I32, Shape.of(shape), data);
    }

    private static ByteBuffer room(TensorType type, int numbers) {
        int most = TensorFile.MAX_BYTES / type.bytesPerNumber();
        if (numbers > most) {
            throw new IllegalArgumentException("expected at most " + most + " numbers but found " + numbers);
        }
        return ByteBuffer.allocate(numbers * type.bytesPerNumber()).order(ByteOrder.LITTLE_ENDIAN);
    }

    public TensorType type() {
        return type;
    }

    /** Places in each dimension, the outermost first. */
    public List<Integer> shape() {
        return shape.sizes();
    }

    /** How many numbers there are. */
    public int length() {
        return shape.numbers();
    }

    /** The numbers as they are in a file, little-endian and read-only, from position 0. */
    public ByteBuffer data() {
        return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A copy of the numbers of an F32 or F16. */
    public float[] floats() {
        float[] values = new float[expect(type == TensorType.F32 || type == TensorType.F16, "F32 or F16")];
        if (type == TensorType.F32) {
            data().asFloatBuffer().get(values);
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = Half.toFloat(data.getShort(i * Short.BYTES));
            }
        }
        return values;
    }

    /** A copy of the numbers of an I8. */
    public byte[] bytes() {
        byte[] values = new byte[expect(type == TensorType.I8, "I8")];
        data().get(values);
        return values;
    }

    /** A copy of the numbers of an I32. */
    public int[] ints() {
        int[] values = new int[expect(type == TensorType.I32, "I32")];
        data().asIntBuffer().get(values);
        return values;
    }

    private int expect(boolean right, String wanted) {
        if (!right) {
            throw new IllegalStateException("expected a tensor of " + wanted + " but it is " + this);
        }
        return length();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that && type == that.type && shape.equals(that.shape) && data.equals(that.data);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, shape, data);
    }

    /** Type and shape, such as {@code F32 [2, 3]}. */
    @Override
    public String toString() {
        return type + " " + shape;
    }
}
