package tritone.reference;

import java.util.Arrays;
import tritone.kernel.CellVariant;

/** One step of one sequence, written down from the equations of the design. */
final class ReferenceCell {
    private final Tape tape;
    private final CellVariant variant;
    private final int units;

    /**
     * What a cell has learnt, as nodes of the tape.
     *
     * @param input {@code [inputs][gates * units]}
     * @param recurrent {@code [units][gates * units]}
     */
    record Weights(int[] input, int[] recurrent, int[] bias, int[] peepholes, int[] innerBias) {}

    /** The states of one sequence. */
    record State(int[] hidden, int[] cell) {}

    ReferenceCell(Tape tape, CellVariant variant, int units) {
        this.tape = tape;
        this.variant = variant;
        this.units = units;
    }

    /** The share of one row of weights, for gate {@code gate} of unit {@code unit}. */
    private int weighted(int[] numbers, int[] weights, int gate, int unit) {
        int columns = variant.gates() * units;
        int[] column = new int[numbers.length];
        Arrays.setAll(column, row -> weights[row * columns + gate * units + unit]);
        return tape.product(numbers, column);
    }

    private int fromInput(int[] x, Weights weights, int gate, int unit) {
        return tape.add(weighted(x, weights.input, gate, unit), weights.bias[gate * units + unit]);
    }

    /** @param seen the hidden state as it enters products */
    State next(int[] x, State before, int[] seen, Weights weights) {
        return switch (variant) {
            case SIMPLE_RNN_TANH, SIMPLE_RNN_RELU -> simpleRnn(x, seen, weights);
            case LSTM, LSTM_PEEPHOLE -> lstm(x, before, seen, weights);
            case GRU_RESET_BEFORE, GRU_RESET_AFTER -> gru(x, before, seen, weights);
            case NONE -> new State(x, new int[0]);
        };
    }

    private int sum(int[] x, int[] seen, Weights weights, int gate, int unit) {
        return tape.add(fromInput(x, weights, gate, unit), weighted(seen, weights.recurrent, gate, unit));
    }

    private State simpleRnn(int[] x, int[] seen, Weights weights) {
        int[] hidden = new int[units];
        for (int u = 0; u < units; u++) {
            int sum = sum(x, seen, weights, 0, u);
            hidden[u] = variant == CellVariant.SIMPLE_RNN_TANH ? tape.tanh(sum) : tape.rectify(sum);
        }
        return new State(hidden, new int[0]);
    }

    private State lstm(int[] x, State before, int[] seen, Weights weights) {
        boolean peepholes = variant == CellVariant.LSTM_PEEPHOLE;
        int[] hidden = new int[units];
        int[] cell = new int[units];
        for (int u = 0; u < units; u++) {
            int i = sum(x, seen, weights, 0, u);
            int f = sum(x, seen, weights, 1, u);
            int o = sum(x, seen, weights, 2, u);
            int g = tape.tanh(sum(x, seen, weights, 3, u));
            if (peepholes) {
                i = tape.add(i, tape.multiply(weights.peepholes[u], before.cell[u]));
                f = tape.add(f, tape.multiply(weights.peepholes[units + u], before.cell[u]));
            }
            cell[u] = tape.add(tape.multiply(tape.sigmoid(f), before.cell[u]), tape.multiply(tape.sigmoid(i), g));
            if (peepholes) {
                o = tape.add(o, tape.multiply(weights.peepholes[2 * units + u], cell[u]));
            }
            hidden[u] = tape.multiply(tape.sigmoid(o), tape.tanh(cell[u]));
        }
        return new State(hidden, cell);
    }

    private State gru(int[] x, State before, int[] seen, Weights weights) {
        int[] r = new int[units];
        int[] reset = new int[units];
        for (int u = 0; u < units; u++) {
            r[u] = tape.sigmoid(sum(x, seen, weights, 1, u));
            reset[u] = tape.multiply(r[u], seen[u]);
        }
        int[] hidden = new int[units];
        for (int u = 0; u < units; u++) {
            int z = tape.sigmoid(sum(x, seen, weights, 0, u));
            int inner = variant == CellVariant.GRU_RESET_BEFORE
                    ? weighted(reset, weights.recurrent, 2, u)
                    : tape.multiply(r[u], tape.add(weighted(seen, weights.recurrent, 2, u), weights.innerBias[u]));
            int g = tape.tanh(tape.add(fromInput(x, weights, 2, u), inner));
            hidden[u] = tape.add(tape.multiply(tape.subtract(tape.leaf(1), z), before.hidden[u]), tape.multiply(z, g));
        }
        return new State(hidden, new int[0]);
    }
}
