package tritone.kernel;

import java.util.Arrays;

/** Runs the gradient of a cell back over whole sequences. */
final class CellBackward {
    /** Places whose products are added to the weights' gradient at a time: their numbers stay in the cache. */
    private static final int BLOCK = 64;

    private final CellParameters parameters;
    private final Arithmetic arithmetic;
    private final int units;
    private final int columns;
    private final PackedMatrix gateWeights; // transposed; of a GRU, those of z and r only
    private final PackedMatrix candidateWeights; // of a GRU's g, transposed; else null

    CellBackward(CellParameters parameters, Arithmetic arithmetic) {
        this.parameters = parameters;
        this.arithmetic = arithmetic;
        this.units = parameters.units();
        this.columns = parameters.gateColumns();
        Matrix recurrent = parameters.recurrentMatrix();
        boolean gru = parameters.variant().gates() == 3;
        gateWeights = arithmetic.pack((gru ? recurrent.columns(0, 2 * units) : recurrent).transposed());
        candidateWeights =
                gru ? arithmetic.pack(recurrent.columns(2 * units, units).transposed()) : null;
    }

    /**
     * The gradient with respect to the sums, to the parameters and to the states before the first step.
     *
     * @param window only this many last steps of each sequence carry gradient
     * @param hiddenGradient of the loss with respect to every hidden state, {@code [places][units]}
     */
    Gradients run(States states, float[] hiddenGradient, int window) {
        SequenceLayout layout = states.layout();
        Gradients gradients = new Gradients(
                new float[layout.places() * columns],
                parameters.zeros(),
                new float[layout.sequences() * units],
                new float[parameters.variant().hasCellState() ? layout.sequences() * units : 0]);
        float[] hidden = gradients.initialHidden();
        for (int step = layout.steps() - 1; step >= 0; step--) {
            int from = layout.firstWithin(step, window);
            int rows = layout.active(step) - from;
            for (int rank = from; rank < layout.active(step); rank++) {
                int at = layout.place(rank, step) * units;
                for (int u = 0; u < units; u++) {
                    hidden[rank * units + u] += hiddenGradient[at + u];
                }
                sumsRow(states, step, rank, gradients);
            }
            Matrix sums = Matrix.of(gradients.sums(), layout.place(from, step) * columns, rows, columns);
            carryBack(states, step, from, sums, hidden);
        }
        clearBeyondWindow(layout, window, gradients);
        addWeightGradients(states, gradients);
        return gradients;
    }

    /** One row's gradient of the sums from that of its hidden state; the cell state's share goes on to the step before. */
    private void sumsRow(States states, int step, int rank, Gradients gradients) {
        switch (parameters.variant()) {
            case SIMPLE_RNN_TANH, SIMPLE_RNN_RELU -> simpleRnnRow(states, step, rank, gradients);
            case LSTM, LSTM_PEEPHOLE -> lstmRow(states, step, rank, gradients);
            case GRU_RESET_BEFORE, GRU_RESET_AFTER -> gruRow(states, step, rank, gradients);
        }
    }

    private void simpleRnnRow(States states, int step, int rank, Gradients gradients) {
        int at = states.layout().place(rank, step) * units;
        boolean tanh = parameters.variant() == CellVariant.SIMPLE_RNN_TANH;
        for (int u = 0; u < units; u++) {
            float h = states.hidden()[at + u];
            float slope = tanh ? 1 - h * h : h > 0 ? 1 : 0;
            gradients.sums()[at + u] = gradients.initialHidden()[rank * units + u] * slope;
        }
    }

    private void lstmRow(States states, int step, int rank, Gradients gradients) {
        int place = states.layout().place(rank, step);
        int gate = place * columns;
        float[] gates = states.gates();
        float[] sums = gradients.sums();
        float[] cell = gradients.initialCells();
        float[] cellsBefore = states.cellsBefore(step);
        int before = (states.rowBefore(step) + rank) * units;
        boolean peepholes = parameters.variant() == CellVariant.LSTM_PEEPHOLE;
        float[] p = parameters.peepholes();
        float[] squashedCells = Arrays.copyOfRange(states.cells(), place * units, (place + 1) * units);
        arithmetic.tanhInPlace(squashedCells, 0, units);
        for (int u = 0; u < units; u++) {
            float i = gates[gate + u];
            float f = gates[gate + units + u];
            float o = gates[gate + 2 * units + u];
            float g = gates[gate + 3 * units + u];
            float squashed = squashedCells[u];
            float dh = gradients.initialHidden()[rank * units + u];
            float sumO = dh * squashed * o * (1 - o);
            float dc = cell[rank * units + u]
                    + dh * o * (1 - squashed * squashed)
                    + (peepholes ? sumO * p[2 * units + u] : 0);
            float sumI = dc * g * i * (1 - i);
            float sumF = dc * cellsBefore[before + u] * f * (1 - f);
            sums[gate + u] = sumI;
            sums[gate + units + u] = sumF;
            sums[gate + 2 * units + u] = sumO;
            sums[gate + 3 * units + u] = dc * i * (1 - g * g);
            cell[rank * units + u] = dc * f + (peepholes ? sumI * p[u] + sumF * p[units + u] : 0);
        }
    }

    private void gruRow(States states, int step, int rank, Gradients gradients) {
        int place = states.layout().place(rank, step);
        int gate = place * columns;
        float[] gates = states.gates();
        float[] hiddenBefore = states.hiddenArrayBefore(step);
        int before = (states.rowBefore(step) + rank) * units;
        boolean resetAfter = parameters.variant() == CellVariant.GRU_RESET_AFTER;
        for (int u = 0; u < units; u++) {
            float z = gates[gate + u];
            float r = gates[gate + units + u];
            float g = gates[gate + 2 * units + u];
            float dh = gradients.initialHidden()[rank * units + u];
            float sumG = dh * z * (1 - g * g);
            gradients.sums()[gate + u] = dh * (g - hiddenBefore[before + u]) * z * (1 - z);
            // With the reset before the product, r's gradient comes from that product and is filled in after it.
            gradients.sums()[gate + units + u] =
                    resetAfter ? sumG * states.inner()[place * units + u] * r * (1 - r) : 0;
            gradients.sums()[gate + 2 * units + u] = sumG;
        }
    }

    /** Replaces the hidden states' gradient by that of the states one step before. */
    private void carryBack(States states, int step, int from, Matrix sums, float[] hidden) {
        Matrix carried = Matrix.of(hidden, from * units, sums.rows(), units);
        if (parameters.variant().gates() != 3) {
            Arrays.fill(hidden, from * units, (from + sums.rows()) * units, 0);
            arithmetic.addProduct(sums, gateWeights, carried);
            return;
        }
        Matrix gates = Matrix.of(states.gates(), sums.offset(), sums.rows(), columns);
        Matrix before = states.hiddenBefore(step, units).rows(from, sums.rows());
        float[] inner = new float[sums.rows() * units];
        boolean resetBefore = parameters.variant() == CellVariant.GRU_RESET_BEFORE;
        Matrix candidate = resetBefore ? sums.columns(2 * units, units) : innerGradient(sums, gates);
        arithmetic.addProduct(candidate, candidateWeights, Matrix.of(inner, 0, sums.rows(), units));
        for (int row = 0; row < sums.rows(); row++) {
            for (int u = 0; u < units; u++) {
                float z = gates.get(row, u);
                float r = gates.get(row, units + u);
                float product = inner[row * units + u];
                int at = carried.offset() + row * units + u;
                hidden[at] = hidden[at] * (1 - z) + (resetBefore ? product * r : product);
                if (resetBefore) {
                    sums.values()[sums.offset() + row * columns + units + u] =
                            product * before.get(row, u) * r * (1 - r);
                }
            }
        }
        arithmetic.addProduct(sums.columns(0, 2 * units), gateWeights, carried);
    }

    /** With the reset after the product, the gradient of h' W + b: r ⊗ that of the sum of g. */
    private Matrix innerGradient(Matrix sums, Matrix gates) {
        float[] values = new float[sums.rows() * units];
        for (int row = 0; row < sums.rows(); row++) {
            for (int u = 0; u < units; u++) {
                values[row * units + u] = sums.get(row, 2 * units + u) * gates.get(row, units + u);
            }
        }
        return Matrix.of(values, 0, sums.rows(), units);
    }

    /** What flowed out of a sequence's window reaches no state before its first step. */
    private void clearBeyondWindow(SequenceLayout layout, int window, Gradients gradients) {
        for (int rank = 0; rank < layout.sequences() && layout.length(rank) > window; rank++) {
            for (int u = 0; u < units; u++) {
                gradients.initialHidden()[rank * units + u] = 0;
                if (gradients.initialCells().length > 0) {
                    gradients.initialCells()[rank * units + u] = 0;
                }
            }
        }
    }

    private void addWeightGradients(States states, Gradients gradients) {
        SequenceLayout layout = states.layout();
        float[] before = new float[layout.places() * units]; // [places][units] hidden states one step before
        for (int step = 0; step < layout.steps(); step++) {
            Matrix rows = states.hiddenBefore(step, units);
            System.arraycopy(rows.values(), rows.offset(), before, layout.first(step) * units, rows.rows() * units);
        }
        Matrix left = Matrix.of(before, 0, layout.places(), units);
        Matrix sums = Matrix.of(gradients.sums(), 0, layout.places(), columns);
        Matrix recurrent = gradients.parameters().recurrentMatrix();
        switch (parameters.variant()) {
            case SIMPLE_RNN_TANH, SIMPLE_RNN_RELU, LSTM, LSTM_PEEPHOLE -> addTransposedProduct(left, sums, recurrent);
            case GRU_RESET_BEFORE -> {
                addTransposedProduct(left, sums.columns(0, 2 * units), recurrent.columns(0, 2 * units));
                Matrix inner = Matrix.of(states.inner(), 0, layout.places(), units);
                addTransposedProduct(inner, sums.columns(2 * units, units), recurrent.columns(2 * units, units));
            }
            case GRU_RESET_AFTER -> {
                Matrix inner = innerGradient(sums, Matrix.of(states.gates(), 0, layout.places(), columns));
                addTransposedProduct(left, sums.columns(0, 2 * units), recurrent.columns(0, 2 * units));
                addTransposedProduct(left, inner, recurrent.columns(2 * units, units));
                addColumns(inner, gradients.parameters().innerBias());
            }
        }
        addPeepholeGradients(states, gradients);
    }

    /** {@code sum += left' * right} with the places, the inner index, in ascending order. */
    private void addTransposedProduct(Matrix left, Matrix right, Matrix sum) {
        for (int place = 0; place < left.rows(); place += BLOCK) {
            int rows = Math.min(BLOCK, left.rows() - place);
            arithmetic.addProduct(left.rows(place, rows).transposed(), arithmetic.pack(right.rows(place, rows)), sum);
        }
    }

    private static void addColumns(Matrix rows, float[] sums) {
        for (int row = 0; row < rows.rows(); row++) {
            for (int column = 0; column < sums.length; column++) {
                sums[column] += rows.get(row, column);
            }
        }
    }

    private void addPeepholeGradients(States states, Gradients gradients) {
        float[] p = gradients.parameters().peepholes();
        if (p.length == 0) {
            return;
        }
        SequenceLayout layout = states.layout();
        for (int step = 0; step < layout.steps(); step++) {
            for (int rank = 0; rank < layout.active(step); rank++) {
                int place = layout.place(rank, step);
                int before = (states.rowBefore(step) + rank) * units;
                for (int u = 0; u < units; u++) {
                    float cellBefore = states.cellsBefore(step)[before + u];
                    p[u] += gradients.sums()[place * columns + u] * cellBefore;
                    p[units + u] += gradients.sums()[place * columns + units + u] * cellBefore;
                    p[2 * units + u] +=
                            gradients.sums()[place * columns + 2 * units + u] * states.cells()[place * units + u];
                }
            }
        }
    }
}
