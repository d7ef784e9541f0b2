package tritone.kernel;

/** z, r = σ(x + h' W); h = (1 - z) ⊗ h' + z ⊗ g with g = tanh(x + (r ⊗ h') W) or g = tanh(x + r ⊗ (h' W + b)). */
final class GruCell implements Cell {
    private final PackedWeights weights;
    private final Arithmetic arithmetic;
    private final int units;
    private final boolean resetBefore;
    private final TransposedProduct gateProduct;
    private final TransposedProduct candidateProduct;

    // One row each, [units].
    private final float[] z;
    private final float[] r;
    private final float[] g;
    private final float[] before;
    private final float[] seenBefore;
    private final float[] inner;
    private final float[] hiddenGradient;
    private final float[] seenGradient;
    // Backward: the gradient of what the candidate's weights multiplied, [rows][units].
    private final float[] candidateGradient;

    GruCell(PackedWeights weights) {
        this.weights = weights;
        arithmetic = weights.arithmetic();
        units = weights.parameters().units();
        resetBefore = weights.parameters().variant() == CellVariant.GRU_RESET_BEFORE;
        gateProduct = new TransposedProduct(arithmetic);
        candidateProduct = new TransposedProduct(arithmetic);
        z = new float[units];
        r = new float[units];
        g = new float[units];
        before = new float[units];
        seenBefore = new float[units];
        inner = new float[units];
        hiddenGradient = new float[units];
        seenGradient = new float[units];
        candidateGradient = new float[SequenceLayout.CHUNK * units];
    }

    @Override
    public void forward(Step step) {
        arithmetic.addProduct(step.seen(), weights.gates(), step.gates().columns(0, 2 * units));
        for (int row = 0; row < step.rows(); row++) {
            arithmetic.sigmoidInPlace(step.gates().values(), step.gates().at(row), 2 * units);
            if (resetBefore) {
                step.gates().copyPart(row, units, r);
                step.seen().copyRow(row, inner);
                multiply(inner, r);
                step.inner().setRow(row, inner);
            } else {
                step.inner().setRow(row, weights.parameters().innerBias());
            }
        }
        if (resetBefore) {
            arithmetic.addProduct(
                    step.inner(), weights.candidate(), step.gates().columns(2 * units, units));
        } else {
            arithmetic.addProduct(step.seen(), weights.candidate(), step.inner());
        }
        for (int row = 0; row < step.rows(); row++) {
            nextHidden(step, row);
        }
    }

    private void nextHidden(Step step, int row) {
        step.gates().copyPart(row, 0, z);
        step.gates().copyPart(row, 2 * units, g);
        if (!resetBefore) {
            step.gates().copyPart(row, units, r);
            step.inner().copyRow(row, inner);
            addProducts(g, r, inner);
        }
        arithmetic.tanhInPlace(g, 0, units);
        step.gates().setPart(row, 2 * units, g);
        step.before().copyRow(row, before);
        blend(z, g, before);
        step.hidden().setRow(row, before);
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

    private static void blend(float[] z, float[] g, float[] state) {
        for (int u = 0; u < state.length; u++) {
            state[u] = Math.fma(z[u], g[u], (1 - z[u]) * state[u]);
        }
    }

    @Override
    public void backward(Step step, Matrix hidden, Matrix cells, Matrix seen) {
        for (int row = 0; row < step.rows(); row++) {
            outerSums(step, row, hidden);
        }
        if (resetBefore) {
            Matrix product = Matrix.of(candidateGradient, 0, step.rows(), units);
            product.clear();
            arithmetic.addProduct(step.gates().columns(2 * units, units), weights.candidate(), product);
            for (int row = 0; row < step.rows(); row++) {
                resetSums(step, row, product, seen);
            }
        } else {
            arithmetic.addProduct(step.inner(), weights.candidate(), seen);
        }
        arithmetic.addProduct(step.gates().columns(0, 2 * units), weights.gates(), seen);
    }

    /** The gradient of the sums of z and g; with the reset after the product of r too, since it meets no product. */
    private void outerSums(Step step, int row, Matrix hidden) {
        step.gates().copyPart(row, 0, z);
        step.gates().copyPart(row, 2 * units, g);
        step.before().copyRow(row, before);
        hidden.copyRow(row, hiddenGradient);
        updateSums(z, g, before, hiddenGradient);
        hidden.setRow(row, hiddenGradient);
        step.gates().setPart(row, 0, z);
        step.gates().setPart(row, 2 * units, g);
        if (!resetBefore) {
            step.gates().copyPart(row, units, r);
            step.inner().copyRow(row, inner);
            resetSumsAfter(r, inner, g);
            step.gates().setPart(row, units, r);
            step.inner().setRow(row, inner);
        }
    }

    private static void updateSums(float[] z, float[] g, float[] before, float[] hidden) {
        for (int u = 0; u < hidden.length; u++) {
            float through = hidden[u] * z[u];
            float kept = 1 - z[u];
            z[u] = through * (g[u] - before[u]) * kept;
            g[u] = through * (1 - g[u] * g[u]);
            hidden[u] *= kept;
        }
    }

    /** r becomes the gradient of its sum, inner that of h' W + b. */
    private static void resetSumsAfter(float[] r, float[] inner, float[] g) {
        for (int u = 0; u < r.length; u++) {
            float through = g[u] * r[u];
            r[u] = through * inner[u] * (1 - r[u]);
            inner[u] = through;
        }
    }

    private void resetSums(Step step, int row, Matrix product, Matrix seen) {
        step.gates().copyPart(row, units, r);
        step.seen().copyRow(row, seenBefore);
        product.copyRow(row, inner);
        resetSumsBefore(r, seenBefore, inner, seenGradient);
        step.gates().setPart(row, units, r);
        seen.setRow(row, seenGradient);
    }

    private static void resetSumsBefore(float[] r, float[] seen, float[] product, float[] seenGradient) {
        for (int u = 0; u < r.length; u++) {
            float through = product[u] * r[u];
            seenGradient[u] = through;
            r[u] = through * seen[u] * (1 - r[u]);
        }
    }

    @Override
    public void addWeightGradients(Matrix seen, Matrix sums, Matrix innerRows, CellParameters gradient) {
        Matrix recurrent = gradient.recurrentMatrix();
        Matrix candidate = recurrent.columns(2 * units, units);
        gateProduct.add(seen, sums.columns(0, 2 * units), recurrent.columns(0, 2 * units));
        if (resetBefore) {
            candidateProduct.add(innerRows, sums.columns(2 * units, units), candidate);
            return;
        }
        candidateProduct.add(seen, innerRows, candidate);
        for (int row = 0; row < innerRows.rows(); row++) {
            for (int u = 0; u < units; u++) {
                gradient.innerBias()[u] += innerRows.get(row, u);
            }
        }
    }
}
