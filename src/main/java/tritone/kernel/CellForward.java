package tritone.kernel;

/** Runs a cell over whole sequences, step by step. */
final class CellForward {
    private final CellParameters parameters;
    private final Arithmetic arithmetic;
    private final int units;
    private final PackedMatrix gateWeights; // of a GRU, those of z and r only
    private final PackedMatrix candidateWeights; // of a GRU's g; else null

    CellForward(CellParameters parameters, Arithmetic arithmetic) {
        this.parameters = parameters;
        this.arithmetic = arithmetic;
        this.units = parameters.units();
        Matrix recurrent = parameters.recurrentMatrix();
        boolean gru = parameters.variant().gates() == 3;
        gateWeights = arithmetic.pack(gru ? recurrent.columns(0, 2 * units) : recurrent);
        candidateWeights = gru ? arithmetic.pack(recurrent.columns(2 * units, units)) : null;
    }

    /** Fills the states; their gates hold the inputs' share of the sums to begin with. */
    void run(States states) {
        for (int step = 0; step < states.layout().steps(); step++) {
            switch (parameters.variant()) {
                case SIMPLE_RNN_TANH, SIMPLE_RNN_RELU -> simpleRnn(states, step);
                case LSTM, LSTM_PEEPHOLE -> lstm(states, step);
                case GRU_RESET_BEFORE, GRU_RESET_AFTER -> gru(states, step);
            }
        }
    }

    private Matrix gates(States states, int step) {
        int columns = parameters.gateColumns();
        SequenceLayout layout = states.layout();
        return Matrix.of(states.gates(), layout.first(step) * columns, layout.active(step), columns);
    }

    private void simpleRnn(States states, int step) {
        Matrix sums = gates(states, step);
        arithmetic.addProduct(states.hiddenBefore(step, units), gateWeights, sums);
        int numbers = sums.rows() * units;
        float[] values = states.gates();
        if (parameters.variant() == CellVariant.SIMPLE_RNN_TANH) {
            arithmetic.tanhInPlace(values, sums.offset(), numbers);
        } else {
            for (int i = sums.offset(); i < sums.offset() + numbers; i++) {
                values[i] = Math.max(0, values[i]);
            }
        }
        System.arraycopy(values, sums.offset(), states.hidden(), sums.offset(), numbers);
    }

    private void lstm(States states, int step) {
        Matrix sums = gates(states, step);
        arithmetic.addProduct(states.hiddenBefore(step, units), gateWeights, sums);
        for (int rank = 0; rank < sums.rows(); rank++) {
            int gate = sums.offset() + rank * 4 * units;
            int before = (states.rowBefore(step) + rank) * units;
            int at = states.layout().place(rank, step) * units;
            lstmRow(states, gate, states.cellsBefore(step), before, at);
        }
    }

    private void lstmRow(States states, int gate, float[] cellsBefore, int before, int at) {
        float[] gates = states.gates();
        float[] cells = states.cells();
        boolean peepholes = parameters.variant() == CellVariant.LSTM_PEEPHOLE;
        float[] p = parameters.peepholes();
        for (int u = 0; u < units && peepholes; u++) {
            gates[gate + u] = Math.fma(p[u], cellsBefore[before + u], gates[gate + u]);
            gates[gate + units + u] = Math.fma(p[units + u], cellsBefore[before + u], gates[gate + units + u]);
        }
        arithmetic.sigmoidInPlace(gates, gate, 2 * units);
        arithmetic.tanhInPlace(gates, gate + 3 * units, units);
        for (int u = 0; u < units; u++) {
            cells[at + u] = Math.fma(
                    gates[gate + units + u], cellsBefore[before + u], gates[gate + u] * gates[gate + 3 * units + u]);
        }
        for (int u = 0; u < units && peepholes; u++) {
            gates[gate + 2 * units + u] = Math.fma(p[2 * units + u], cells[at + u], gates[gate + 2 * units + u]);
        }
        arithmetic.sigmoidInPlace(gates, gate + 2 * units, units);
        System.arraycopy(cells, at, states.hidden(), at, units);
        arithmetic.tanhInPlace(states.hidden(), at, units);
        for (int u = 0; u < units; u++) {
            states.hidden()[at + u] *= gates[gate + 2 * units + u];
        }
    }

    private void gru(States states, int step) {
        Matrix sums = gates(states, step);
        Matrix before = states.hiddenBefore(step, units);
        Matrix inner = Matrix.of(states.inner(), states.layout().first(step) * units, sums.rows(), units);
        arithmetic.addProduct(before, gateWeights, sums.columns(0, 2 * units));
        boolean resetBefore = parameters.variant() == CellVariant.GRU_RESET_BEFORE;
        for (int rank = 0; rank < sums.rows(); rank++) {
            arithmetic.sigmoidInPlace(states.gates(), sums.offset() + rank * 3 * units, 2 * units);
            for (int u = 0; u < units; u++) {
                states.inner()[inner.offset() + rank * units + u] = resetBefore
                        ? sums.get(rank, units + u) * before.get(rank, u)
                        : parameters.innerBias()[u];
            }
        }
        if (resetBefore) {
            arithmetic.addProduct(inner, candidateWeights, sums.columns(2 * units, units));
        } else {
            arithmetic.addProduct(before, candidateWeights, inner);
        }
        for (int rank = 0; rank < sums.rows(); rank++) {
            gruRow(states, sums.offset() + rank * 3 * units, before, rank, inner.offset() + rank * units);
        }
    }

    private void gruRow(States states, int gate, Matrix before, int rank, int at) {
        float[] gates = states.gates();
        int candidate = gate + 2 * units;
        if (parameters.variant() == CellVariant.GRU_RESET_AFTER) {
            for (int u = 0; u < units; u++) {
                gates[candidate + u] = Math.fma(gates[gate + units + u], states.inner()[at + u], gates[candidate + u]);
            }
        }
        arithmetic.tanhInPlace(gates, candidate, units);
        for (int u = 0; u < units; u++) {
            float z = gates[gate + u];
            states.hidden()[at + u] = Math.fma(z, gates[candidate + u], (1 - z) * before.get(rank, u));
        }
    }
}
