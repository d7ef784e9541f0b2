package tritone.kernel;

import java.util.Arrays;

/** i, f, o = σ(x + h' W [+ p ⊗ c', p ⊗ c', p ⊗ c]); g = tanh(x + h' W); c = f ⊗ c' + i ⊗ g; h = o ⊗ tanh(c). */
final class LstmCell implements Cell {
    private final PackedWeights weights;
    private final Arithmetic arithmetic;
    private final int units;
    private final boolean peepholes;
    private final float[][] peephole = new float[3][]; // of i, f, o
    private final float[][] peepholeGradient = new float[3][];
    private final TransposedProduct product;

    // One row each, [units].
    private final float[] i;
    private final float[] f;
    private final float[] o;
    private final float[] g;
    private final float[] cellBefore;
    private final float[] cell;
    private final float[] squashed; // tanh of the cell state
    private final float[] hiddenGradient;
    private final float[] cellGradient;

    LstmCell(PackedWeights weights) {
        this.weights = weights;
        arithmetic = weights.arithmetic();
        CellParameters parameters = weights.parameters();
        units = parameters.units();
        peepholes = parameters.variant() == CellVariant.LSTM_PEEPHOLE;
        for (int gate = 0; gate < 3 && peepholes; gate++) {
            peephole[gate] = Arrays.copyOfRange(parameters.peepholes(), gate * units, (gate + 1) * units);
            peepholeGradient[gate] = new float[units];
        }
        product = new TransposedProduct(arithmetic);
        i = new float[units];
        f = new float[units];
        o = new float[units];
        g = new float[units];
        cellBefore = new float[units];
        cell = new float[units];
        squashed = new float[units];
        hiddenGradient = new float[units];
        cellGradient = new float[units];
    }

    @Override
    public void forward(Step step) {
        arithmetic.addProduct(step.seen(), weights.gates(), step.gates());
        for (int row = 0; row < step.rows(); row++) {
            step.cellsBefore().copyRow(row, cellBefore);
            if (peepholes) {
                peepholeGates(step.gates(), row);
            } else {
                int at = step.gates().at(row);
                arithmetic.sigmoidInPlace(step.gates().values(), at, 3 * units);
                arithmetic.tanhInPlace(step.gates().values(), at + 3 * units, units);
                readGates(step.gates(), row);
                nextCell(i, f, g, cellBefore, cell);
            }
            System.arraycopy(cell, 0, squashed, 0, units);
            arithmetic.tanhInPlace(squashed, 0, units);
            multiply(squashed, o);
            step.cells().setRow(row, cell);
            step.hidden().setRow(row, squashed);
        }
    }

    private void readGates(Matrix gates, int row) {
        gates.copyPart(row, 0, i);
        gates.copyPart(row, units, f);
        gates.copyPart(row, 2 * units, o);
        gates.copyPart(row, 3 * units, g);
    }

    /** The output gate sees the cell state of its own step, so it comes last. */
    private void peepholeGates(Matrix gates, int row) {
        readGates(gates, row);
        addProducts(i, peephole[0], cellBefore);
        addProducts(f, peephole[1], cellBefore);
        arithmetic.sigmoidInPlace(i, 0, units);
        arithmetic.sigmoidInPlace(f, 0, units);
        arithmetic.tanhInPlace(g, 0, units);
        nextCell(i, f, g, cellBefore, cell);
        addProducts(o, peephole[2], cell);
        arithmetic.sigmoidInPlace(o, 0, units);
        gates.setPart(row, 0, i);
        gates.setPart(row, units, f);
        gates.setPart(row, 2 * units, o);
        gates.setPart(row, 3 * units, g);
    }

    private static void nextCell(float[] i, float[] f, float[] g, float[] before, float[] cell) {
        for (int u = 0; u < cell.length; u++) {
            cell[u] = Math.fma(f[u], before[u], i[u] * g[u]);
        }
    }

    private static void multiply(float[] values, float[] factors) {
        for (int u = 0; u < values.length; u++) {
            values[u] *= factors[u];
        }
    }

    private static void addProducts(float[] sums, float[] a, float[] b) {
        for (int u = 0; u < sums.length; u++) {
            sums[u] = Math.fma(a[u], b[u], sums[u]);
        }
    }

    @Override
    public void backward(Step step, Matrix hidden, Matrix cells, Matrix seen) {
        for (int row = 0; row < step.rows(); row++) {
            readGates(step.gates(), row);
            step.cellsBefore().copyRow(row, cellBefore);
            step.cells().copyRow(row, cell);
            System.arraycopy(cell, 0, squashed, 0, units);
            arithmetic.tanhInPlace(squashed, 0, units);
            hidden.copyRow(row, hiddenGradient);
            cells.copyRow(row, cellGradient);
            outputSums(hiddenGradient, squashed, o, cellGradient);
            if (peepholes) {
                addProducts(peepholeGradient[2], o, cell);
                addProducts(cellGradient, o, peephole[2]);
            }
            otherSums(i, f, g, cellBefore, cellGradient);
            if (peepholes) {
                addProducts(peepholeGradient[0], i, cellBefore);
                addProducts(peepholeGradient[1], f, cellBefore);
                addProducts(cellGradient, i, peephole[0]);
                addProducts(cellGradient, f, peephole[1]);
            }
            step.gates().setPart(row, 0, i);
            step.gates().setPart(row, units, f);
            step.gates().setPart(row, 2 * units, o);
            step.gates().setPart(row, 3 * units, g);
            cells.setRow(row, cellGradient);
        }
        hidden.clear();
        arithmetic.addProduct(step.gates(), weights.gates(), seen);
    }

    /** o becomes the gradient of its sum; what flows through tanh(c) joins the cell state's gradient. */
    private static void outputSums(float[] hidden, float[] squashed, float[] o, float[] cell) {
        for (int u = 0; u < hidden.length; u++) {
            float through = hidden[u] * o[u];
            cell[u] = Math.fma(through, 1 - squashed[u] * squashed[u], cell[u]);
            o[u] = through * squashed[u] * (1 - o[u]);
        }
    }

    /** i, f and g become the gradients of their sums, the cell state's gradient that of the state before. */
    private static void otherSums(float[] i, float[] f, float[] g, float[] before, float[] cell) {
        for (int u = 0; u < cell.length; u++) {
            float throughInput = cell[u] * i[u];
            float throughForget = cell[u] * f[u];
            i[u] = throughInput * g[u] * (1 - i[u]);
            g[u] = throughInput * (1 - g[u] * g[u]);
            f[u] = throughForget * before[u] * (1 - f[u]);
            cell[u] = Vanished.flushed(throughForget);
        }
    }

    @Override
    public void addWeightGradients(Matrix seen, Matrix sums, Matrix inner, CellParameters gradient) {
        product.add(seen, sums, gradient.recurrentMatrix());
    }

    @Override
    public void addPeepholeGradients(CellParameters gradient) {
        for (int gate = 0; gate < 3 && peepholes; gate++) {
            System.arraycopy(peepholeGradient[gate], 0, gradient.peepholes(), gate * units, units);
        }
    }
}
