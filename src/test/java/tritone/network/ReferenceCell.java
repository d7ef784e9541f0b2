package tritone.network;

import java.util.Map;
import tritone.kernel.CellVariant;

/** One cell over one sequence in double precision, its equations written down one number after the other. */
final class ReferenceCell {
    private final CellVariant variant;
    private final int units;
    private final double[] input; // [inputs][gates * units]
    private final double[] recurrent; // [units][gates * units]
    private final double[] bias;
    private final double[] peepholes; // [3][units]: i, f, o
    private final double[] innerBias;

    /** Moves one number of the hidden state after one step, and with it all that follows. */
    record Nudge(int step, int unit, double by) {
        static final Nudge NONE = new Nudge(-1, 0, 0);
    }

    ReferenceCell(CellSpec spec, int cell, Map<String, double[]> weights) {
        variant = spec.variant();
        units = spec.units();
        input = weights.get(LevelShape.name(cell, LevelShape.INPUT));
        recurrent = weights.get(LevelShape.name(cell, LevelShape.RECURRENT));
        bias = weights.get(LevelShape.name(cell, LevelShape.BIAS));
        peepholes = weights.get(LevelShape.name(cell, LevelShape.PEEPHOLES));
        innerBias = weights.get(LevelShape.name(cell, LevelShape.INNER_BIAS));
    }

    /** The hidden state after each step; {@code mask} are factors of the state wherever it enters a product. */
    double[][] states(double[][] sequence, double[] hiddenBefore, double[] cellBefore, double[] mask) {
        return states(sequence, hiddenBefore, cellBefore, mask, Nudge.NONE);
    }

    double[][] states(double[][] sequence, double[] hiddenBefore, double[] cellBefore, double[] mask, Nudge nudge) {
        double[][] states = new double[sequence.length][];
        double[] hidden = hiddenBefore;
        double[] cell = cellBefore.clone();
        for (int step = 0; step < sequence.length; step++) {
            double[] seen = new double[units];
            for (int u = 0; u < units; u++) {
                seen[u] = hidden[u] * mask[u];
            }
            hidden = switch (variant) {
                case SIMPLE_RNN_TANH, SIMPLE_RNN_RELU -> simple(sequence[step], seen);
                case LSTM, LSTM_PEEPHOLE -> lstm(sequence[step], seen, cell);
                case GRU_RESET_BEFORE, GRU_RESET_AFTER -> gru(sequence[step], seen, hidden);
                case NONE -> sequence[step];
            };
            if (step == nudge.step) {
                hidden[nudge.unit] += nudge.by;
            }
            states[step] = hidden;
        }
        return states;
    }

    private double[] simple(double[] x, double[] seen) {
        double[] hidden = new double[units];
        for (int u = 0; u < units; u++) {
            double sum = fromInput(x, 0, u) + fromState(seen, 0, u);
            hidden[u] = variant == CellVariant.SIMPLE_RNN_TANH ? Math.tanh(sum) : Math.max(0, sum);
        }
        return hidden;
    }

    private double[] lstm(double[] x, double[] seen, double[] cell) {
        double[] hidden = new double[units];
        for (int u = 0; u < units; u++) {
            double i = sigmoid(fromInput(x, 0, u) + fromState(seen, 0, u) + peephole(0, u) * cell[u]);
            double f = sigmoid(fromInput(x, 1, u) + fromState(seen, 1, u) + peephole(1, u) * cell[u]);
            double g = Math.tanh(fromInput(x, 3, u) + fromState(seen, 3, u));
            cell[u] = f * cell[u] + i * g;
            double o = sigmoid(fromInput(x, 2, u) + fromState(seen, 2, u) + peephole(2, u) * cell[u]);
            hidden[u] = o * Math.tanh(cell[u]);
        }
        return hidden;
    }

    private double peephole(int gate, int unit) {
        return variant == CellVariant.LSTM_PEEPHOLE ? peepholes[gate * units + unit] : 0;
    }

    private double[] gru(double[] x, double[] seen, double[] before) {
        double[] reset = new double[units];
        double[] resetState = new double[units];
        for (int u = 0; u < units; u++) {
            reset[u] = sigmoid(fromInput(x, 1, u) + fromState(seen, 1, u));
            resetState[u] = reset[u] * seen[u];
        }
        double[] hidden = new double[units];
        for (int u = 0; u < units; u++) {
            double z = sigmoid(fromInput(x, 0, u) + fromState(seen, 0, u));
            double inner = variant == CellVariant.GRU_RESET_BEFORE
                    ? fromState(resetState, 2, u)
                    : reset[u] * (fromState(seen, 2, u) + innerBias[u]);
            hidden[u] = (1 - z) * before[u] + z * Math.tanh(fromInput(x, 2, u) + inner);
        }
        return hidden;
    }

    private double fromInput(double[] x, int gate, int unit) {
        int column = gate * units + unit;
        double sum = bias[column];
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * input[i * variant.gates() * units + column];
        }
        return sum;
    }

    private double fromState(double[] state, int gate, int unit) {
        double sum = 0;
        for (int u = 0; u < units; u++) {
            sum += state[u] * recurrent[u * variant.gates() * units + gate * units + unit];
        }
        return sum;
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
