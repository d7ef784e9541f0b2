package tritone.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link GruCell} on whole vectors where they lie; operation by operation, so with the same bits. */
final class VectorGruCell implements Cell {
    private static final VectorSpecies<Float> SPECIES = VectorTiles.SPECIES;

    private final PackedWeights weights;
    private final Arithmetic arithmetic;
    private final int units;
    private final boolean resetBefore;
    private final GruCell plain; // for the gradient of the weights
    // Backward: the gradient of what the candidate's weights multiplied, [rows][units].
    private final float[] candidateGradient;

    VectorGruCell(PackedWeights weights) {
        this.weights = weights;
        arithmetic = weights.arithmetic();
        units = weights.parameters().units();
        resetBefore = weights.parameters().variant() == CellVariant.GRU_RESET_BEFORE;
        plain = new GruCell(weights);
        candidateGradient = new float[SequenceLayout.CHUNK * units];
    }

    private static FloatVector load(Matrix matrix, int row, int column) {
        return FloatVector.fromArray(SPECIES, matrix.values(), matrix.at(row) + column);
    }

    private static void store(FloatVector vector, Matrix matrix, int row, int column) {
        vector.intoArray(matrix.values(), matrix.at(row) + column);
    }

    @Override
    public void forward(Step step) {
        arithmetic.addProduct(step.seen(), weights.gates(), step.gates().columns(0, 2 * units));
        for (int row = 0; row < step.rows(); row++) {
            arithmetic.sigmoidInPlace(step.gates().values(), step.gates().at(row), 2 * units);
            innerRow(step.gates(), step.seen(), step.inner(), row);
        }
        if (resetBefore) {
            arithmetic.addProduct(
                    step.inner(), weights.candidate(), step.gates().columns(2 * units, units));
        } else {
            arithmetic.addProduct(step.seen(), weights.candidate(), step.inner());
        }
        for (int row = 0; row < step.rows(); row++) {
            if (!resetBefore) {
                resetRow(step.gates(), step.inner(), row);
            }
            arithmetic.tanhInPlace(step.gates().values(), step.gates().at(row) + 2 * units, units);
            stateRow(step.gates(), step.before(), step.hidden(), row);
        }
    }

    private void innerRow(Matrix gates, Matrix seen, Matrix inner, int row) {
        float[] bias = weights.parameters().innerBias();
        for (int u = 0; u < units; u += SPECIES.length()) {
            FloatVector first = resetBefore
                    ? load(seen, row, u).mul(load(gates, row, units + u))
                    : FloatVector.fromArray(SPECIES, bias, u);
            store(first, inner, row, u);
        }
    }

    private void resetRow(Matrix gates, Matrix inner, int row) {
        for (int u = 0; u < units; u += SPECIES.length()) {
            FloatVector sum = load(gates, row, 2 * units + u);
            store(load(gates, row, units + u).fma(load(inner, row, u), sum), gates, row, 2 * units + u);
        }
    }

    private void stateRow(Matrix gates, Matrix before, Matrix hidden, int row) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        for (int u = 0; u < units; u += SPECIES.length()) {
            FloatVector z = load(gates, row, u);
            FloatVector kept = one.sub(z).mul(load(before, row, u));
            store(z.fma(load(gates, row, 2 * units + u), kept), hidden, row, u);
        }
    }

    @Override
    public void backward(Step step, Matrix hidden, Matrix cells, Matrix seen) {
        for (int row = 0; row < step.rows(); row++) {
            outerRow(step.gates(), step.before(), hidden, row);
        }
        if (resetBefore) {
            Matrix product = Matrix.of(candidateGradient, 0, step.rows(), units);
            product.clear();
            arithmetic.addProduct(step.gates().columns(2 * units, units), weights.candidate(), product);
            for (int row = 0; row < step.rows(); row++) {
                resetBeforeRow(step.gates(), step.seen(), product, seen, row);
            }
        } else {
            for (int row = 0; row < step.rows(); row++) {
                resetAfterRow(step.gates(), step.inner(), row);
            }
            arithmetic.addProduct(step.inner(), weights.candidate(), seen);
        }
        arithmetic.addProduct(step.gates().columns(0, 2 * units), weights.gates(), seen);
    }

    private void outerRow(Matrix gates, Matrix before, Matrix hidden, int row) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        for (int u = 0; u < units; u += SPECIES.length()) {
            FloatVector z = load(gates, row, u);
            FloatVector g = load(gates, row, 2 * units + u);
            FloatVector gradient = load(hidden, row, u);
            FloatVector through = gradient.mul(z);
            FloatVector kept = one.sub(z);
            store(through.mul(g.sub(load(before, row, u))).mul(kept), gates, row, u);
            store(through.mul(one.sub(g.mul(g))), gates, row, 2 * units + u);
            store(gradient.mul(kept), hidden, row, u);
        }
    }

    private void resetBeforeRow(Matrix gates, Matrix seen, Matrix product, Matrix seenGradient, int row) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        for (int u = 0; u < units; u += SPECIES.length()) {
            FloatVector r = load(gates, row, units + u);
            FloatVector through = load(product, row, u).mul(r);
            store(through, seenGradient, row, u);
            store(through.mul(load(seen, row, u)).mul(one.sub(r)), gates, row, units + u);
        }
    }

    private void resetAfterRow(Matrix gates, Matrix inner, int row) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        for (int u = 0; u < units; u += SPECIES.length()) {
            FloatVector r = load(gates, row, units + u);
            FloatVector through = load(gates, row, 2 * units + u).mul(r);
            store(through.mul(load(inner, row, u)).mul(one.sub(r)), gates, row, units + u);
            store(through, inner, row, u);
        }
    }

    @Override
    public void addWeightGradients(Matrix seen, Matrix sums, Matrix inner, CellParameters gradient) {
        plain.addWeightGradients(seen, sums, inner, gradient);
    }
}
