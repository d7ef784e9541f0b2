package tritone.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link LstmCell} without peepholes, on whole vectors where they lie; operation by operation, so with the same bits. */
final class VectorLstmCell implements Cell {
    private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;

    private final PackedWeights weights;
    private final Arithmetic arithmetic;
    private final int units;
    private final TransposedProduct product;
    private final float[] squashed; // [rows][units] tanh of the cell states

    VectorLstmCell(PackedWeights weights) {
        this.weights = weights;
        arithmetic = weights.arithmetic();
        units = weights.parameters().units();
        squashed = new float[SequenceLayout.CHUNK * units];
        product = new TransposedProduct(weights.arithmetic());
    }

    @Override
    public void forward(Step step) {
        arithmetic.addProduct(step.seen(), weights.gates(), step.gates());
        for (int row = 0; row < step.rows(); row++) {
            int at = step.gates().at(row);
            arithmetic.sigmoidInPlace(step.gates().values(), at, 3 * units);
            arithmetic.tanhInPlace(step.gates().values(), at + 3 * units, units);
            cellRow(step, row);
        }
        arithmetic.tanhInPlace(step.hidden().values(), step.hidden().offset(), step.rows() * units);
        for (int row = 0; row < step.rows(); row++) {
            outputRow(step, row);
        }
    }

    /** Leaves the cell state in the hidden one's place too, for its tanh. */
    private void cellRow(Step step, int row) {
        float[] gates = step.gates().values();
        int i = step.gates().at(row);
        float[] before = step.cellsBefore().values();
        int beforeAt = step.cellsBefore().at(row);
        float[] cells = step.cells().values();
        int at = step.cells().at(row);
        float[] hidden = step.hidden().values();
        int hiddenAt = step.hidden().at(row);
        for (int u = 0; u < units; u += SPECIES.length()) {
            FloatVector input = FloatVector.fromArray(SPECIES, gates, i + u)
                    .mul(FloatVector.fromArray(SPECIES, gates, i + 3 * units + u));
            FloatVector cell = FloatVector.fromArray(SPECIES, gates, i + units + u)
                    .fma(FloatVector.fromArray(SPECIES, before, beforeAt + u), input);
            cell.intoArray(cells, at + u);
            cell.intoArray(hidden, hiddenAt + u);
        }
    }

    private void outputRow(Step step, int row) {
        float[] hidden = step.hidden().values();
        int at = step.hidden().at(row);
        int o = step.gates().at(row) + 2 * units;
        for (int u = 0; u < units; u += SPECIES.length()) {
            FloatVector.fromArray(SPECIES, hidden, at + u)
                    .mul(FloatVector.fromArray(SPECIES, step.gates().values(), o + u))
                    .intoArray(hidden, at + u);
        }
    }

    @Override
    public void backward(Step step, Matrix hidden, Matrix cells, Matrix seen) {
        int numbers = step.rows() * units;
        System.arraycopy(step.cells().values(), step.cells().offset(), squashed, 0, numbers);
        arithmetic.tanhInPlace(squashed, 0, numbers);
        for (int row = 0; row < step.rows(); row++) {
            backwardRow(step, row, hidden.values(), cells.values(), hidden.at(row));
        }
        hidden.clear();
        arithmetic.addProduct(step.gates(), weights.gates(), seen);
    }

    /** The gradients of a row's states begin at the same index. */
    private void backwardRow(Step step, int row, float[] hiddenGradient, float[] cellGradient, int at) {
        float[] gates = step.gates().values();
        int i = step.gates().at(row);
        int f = i + units;
        int o = f + units;
        int g = o + units;
        float[] before = step.cellsBefore().values();
        int beforeAt = step.cellsBefore().at(row);
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        for (int u = 0; u < units; u += SPECIES.length()) {
            FloatVector in = FloatVector.fromArray(SPECIES, gates, i + u);
            FloatVector forget = FloatVector.fromArray(SPECIES, gates, f + u);
            FloatVector out = FloatVector.fromArray(SPECIES, gates, o + u);
            FloatVector candidate = FloatVector.fromArray(SPECIES, gates, g + u);
            FloatVector tanh = FloatVector.fromArray(SPECIES, squashed, row * units + u);
            FloatVector through =
                    FloatVector.fromArray(SPECIES, hiddenGradient, at + u).mul(out);
            FloatVector cell =
                    through.fma(one.sub(tanh.mul(tanh)), FloatVector.fromArray(SPECIES, cellGradient, at + u));
            through.mul(tanh).mul(one.sub(out)).intoArray(gates, o + u);
            FloatVector throughInput = cell.mul(in);
            FloatVector throughForget = cell.mul(forget);
            throughInput.mul(candidate).mul(one.sub(in)).intoArray(gates, i + u);
            throughInput.mul(one.sub(candidate.mul(candidate))).intoArray(gates, g + u);
            throughForget
                    .mul(FloatVector.fromArray(SPECIES, before, beforeAt + u))
                    .mul(one.sub(forget))
                    .intoArray(gates, f + u);
            throughForget.add(Vanished.BOUND).sub(Vanished.BOUND).intoArray(cellGradient, at + u);
        }
    }

    @Override
    public void addWeightGradients(Matrix seen, Matrix sums, Matrix inner, CellParameters gradient) {
        product.add(seen, sums, gradient.recurrentMatrix());
    }
}
