package tritone.kernel;

/** h = φ(x + h' W). */
final class SimpleRnnCell implements Cell {
    private final PackedWeights weights;
    private final boolean tanh;
    private final TransposedProduct product;
    private final float[] states; // [rows][units]
    private final float[] slopes; // [rows][units]

    SimpleRnnCell(PackedWeights weights) {
        this.weights = weights;
        tanh = weights.parameters().variant() == CellVariant.SIMPLE_RNN_TANH;
        product = new TransposedProduct(weights.arithmetic());
        states = new float[SequenceLayout.CHUNK * weights.parameters().units()];
        slopes = new float[states.length];
    }

    @Override
    public void forward(Step step) {
        weights.arithmetic().addProduct(step.seen(), weights.gates(), step.gates());
        int numbers = step.rows() * step.gates().columns();
        float[] values = step.gates().values();
        if (tanh) {
            weights.arithmetic().tanhInPlace(values, step.gates().offset(), numbers);
        } else {
            System.arraycopy(values, step.gates().offset(), states, 0, numbers);
            rectify(states, numbers);
            System.arraycopy(states, 0, values, step.gates().offset(), numbers);
        }
        System.arraycopy(
                values,
                step.gates().offset(),
                step.hidden().values(),
                step.hidden().offset(),
                numbers);
    }

    private static void rectify(float[] values, int length) {
        for (int i = 0; i < length; i++) {
            values[i] = Math.max(0, values[i]);
        }
    }

    @Override
    public void backward(Step step, Matrix hidden, Matrix cells, Matrix seen) {
        int numbers = step.rows() * hidden.columns();
        System.arraycopy(step.gates().values(), step.gates().offset(), states, 0, numbers);
        System.arraycopy(hidden.values(), hidden.offset(), slopes, 0, numbers);
        if (tanh) {
            tanhSlopes(states, slopes, numbers);
        } else {
            rectifierSlopes(states, slopes, numbers);
        }
        System.arraycopy(slopes, 0, step.gates().values(), step.gates().offset(), numbers);
        hidden.clear();
        weights.arithmetic().addProduct(step.gates(), weights.gates(), seen);
    }

    private static void tanhSlopes(float[] states, float[] slopes, int length) {
        for (int i = 0; i < length; i++) {
            slopes[i] = slopes[i] * (1 - states[i] * states[i]);
        }
    }

    private static void rectifierSlopes(float[] states, float[] slopes, int length) {
        for (int i = 0; i < length; i++) {
            slopes[i] = states[i] > 0 ? slopes[i] : 0;
        }
    }

    @Override
    public void addWeightGradients(Matrix seen, Matrix sums, Matrix inner, CellParameters gradient) {
        product.add(seen, sums, gradient.recurrentMatrix());
    }
}
