package tritone.network;

import java.util.Arrays;
import tritone.kernel.Arithmetic;
import tritone.kernel.InputSums;
import tritone.kernel.Matrix;
import tritone.kernel.PackedMatrix;

/** A cell's input weights and bias, laid out once. Safe for any number of threads. */
final class InputWeights {
    private final int inputs;
    private final float[] bias;
    private final Arithmetic arithmetic;
    private final PackedMatrix packed;

    /** @param weights {@code [inputs][bias.length]} */
    InputWeights(int inputs, float[] weights, float[] bias, Arithmetic arithmetic) {
        this.inputs = inputs;
        this.bias = bias;
        this.arithmetic = arithmetic;
        packed = arithmetic.pack(Matrix.of(weights, 0, inputs, bias.length));
    }

    /** The sums of rows of inputs, each in an array of its own. */
    float[][] rows(float[] rows, int count) {
        float[] sums = new float[Math.multiplyExact(count, bias.length)];
        write(rows, count, sums, 0);
        float[][] apart = new float[count][];
        for (int row = 0; row < count; row++) {
            apart[row] = Arrays.copyOfRange(sums, row * bias.length, (row + 1) * bias.length);
        }
        return apart;
    }

    /** The sums of the states of a level below, {@code [places][inputs]}, made when they are asked for. */
    InputSums of(float[] states, int[] placeOf) {
        return (firstPlace, places, sums, offset) -> {
            float[] rows = new float[places * inputs];
            for (int i = 0; i < places; i++) {
                System.arraycopy(states, placeOf[firstPlace + i] * inputs, rows, i * inputs, inputs);
            }
            write(rows, places, sums, offset);
        };
    }

    private void write(float[] rows, int count, float[] sums, int offset) {
        for (int row = 0; row < count; row++) {
            System.arraycopy(bias, 0, sums, offset + row * bias.length, bias.length);
        }
        arithmetic.addProduct(Matrix.of(rows, 0, count, inputs), packed, Matrix.of(sums, offset, count, bias.length));
    }
}
