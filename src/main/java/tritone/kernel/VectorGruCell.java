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
        float[] to = inner.values();
        int at = inner.at(row);
        if (!resetBefore) {
            System.arraycopy(weights.parameters().innerBias(), 0, to, at, units);
            return;
        }
        float[] states = seen.values();
        int state = seen.at(row);
        float[] sums = gates.values();
        int r = gates.at(row) + units;
        for (int u = 0; u < units; u += SPECIES.length()) {
            FloatVector.fromArray(SPECIES, states, state + u)
                    .mul(FloatVector.fromArray(SPECIES, sums, r + u))
                    .intoArray(to, at + u);
        }
    }

    private void resetRow(Matrix gates, Matrix inner, int row) {
        float[] sums = gates.values();
        int r = gates.at(row) + units;
        int g = r + units;
        float[] products = inner.values();
        int product = inner.at(row);
        for (int u = 0; u < units; u += SPECIES.length()) {
            FloatVector.fromArray(SPECIES, sums, r + u)
                    .fma(
                            FloatVector.fromArray(SPECIES, products, product + u),
                            FloatVector.fromArray(SPECIES, sums, g + u))
                    .intoArray(sums, g + u);
        }
    }

    private void stateRow(Matrix gates, Matrix before, Matrix hidden, int row) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        float[] sums = gates.values();
        int z = gates.at(row);
        int g = z + 2 * units;
        float[] old = before.values();
        int oldAt = before.at(row);
        float[] to = hidden.values();
        int at = hidden.at(row);
        for (int u = 0; u < units; u += SPECIES.length()) {
            FloatVector share = FloatVector.fromArray(SPECIES, sums, z + u);
            FloatVector kept = one.sub(share).mul(FloatVector.fromArray(SPECIES, old, oldAt + u));
            share.fma(FloatVector.fromArray(SPECIES, sums, g + u), kept).intoArray(to, at + u);
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
        float[] sums = gates.values();
        int z = gates.at(row);
        int g = z + 2 * units;
        float[] old = before.values();
        int oldAt = before.at(row);
        float[] gradients = hidden.values();
        int at = hidden.at(row);
        for (int u = 0; u < units; u += SPECIES.length()) {
            FloatVector share = FloatVector.fromArray(SPECIES, sums, z + u);
            FloatVector candidate = FloatVector.fromArray(SPECIES, sums, g + u);
            FloatVector gradient = FloatVector.fromArray(SPECIES, gradients, at + u);
            FloatVector through = gradient.mul(share);
            FloatVector kept = one.sub(share);
            through.mul(candidate.sub(FloatVector.fromArray(SPECIES, old, oldAt + u)))
                    .mul(kept)
                    .intoArray(sums, z + u);
            through.mul(one.sub(candidate.mul(candidate))).intoArray(sums, g + u);
            gradient.mul(kept).intoArray(gradients, at + u);
        }
    }

    private void resetBeforeRow(Matrix gates, Matrix seen, Matrix product, Matrix seenGradient, int row) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        float[] sums = gates.values();
        int r = gates.at(row) + units;
        float[] states = seen.values();
        int state = seen.at(row);
        float[] products = product.values();
        int from = product.at(row);
        float[] gradients = seenGradient.values();
        int at = seenGradient.at(row);
        for (int u = 0; u < units; u += SPECIES.length()) {
            FloatVector reset = FloatVector.fromArray(SPECIES, sums, r + u);
            FloatVector through =
                    FloatVector.fromArray(SPECIES, products, from + u).mul(reset);
            through.intoArray(gradients, at + u);
            through.mul(FloatVector.fromArray(SPECIES, states, state + u))
                    .mul(one.sub(reset))
                    .intoArray(sums, r + u);
        }
    }

    private void resetAfterRow(Matrix gates, Matrix inner, int row) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        float[] sums = gates.values();
        int r = gates.at(row) + units;
        int g = r + units;
        float[] products = inner.values();
        int at = inner.at(row);
        for (int u = 0; u < units; u += SPECIES.length()) {
            FloatVector reset = FloatVector.fromArray(SPECIES, sums, r + u);
            FloatVector through = FloatVector.fromArray(SPECIES, sums, g + u).mul(reset);
            through.mul(FloatVector.fromArray(SPECIES, products, at + u))
                    .mul(one.sub(reset))
                    .intoArray(sums, r + u);
            through.intoArray(products, at + u);
        }
    }

    @Override
    public void addWeightGradients(Matrix seen, Matrix sums, Matrix inner, CellParameters gradient) {
        plain.addWeightGradients(seen, sums, inner, gradient);
    }
}
