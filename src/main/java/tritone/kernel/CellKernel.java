package tritone.kernel;

/**
 * A cell over whole sequences, forward and back. The recurrent weights are laid out once when it is made; it holds no state
 * and may be used by any number of threads. Its own threads share out the chunks of a {@link SequenceLayout}, so that their
 * number changes no bit of a result.
 */
public final class CellKernel {
    /** A backward window that reaches over every step. */
    public static final int WHOLE = Integer.MAX_VALUE;

    private final CellParameters parameters;
    private final Arithmetic arithmetic;
    private final Workers workers;
    private final PackedWeights weights;

    /** The parameters must not change while the kernel is in use. */
    public CellKernel(CellParameters parameters, Arithmetic arithmetic, Workers workers) {
        this.parameters = parameters;
        this.arithmetic = arithmetic;
        this.workers = workers;
        weights = PackedWeights.forward(parameters, arithmetic);
    }

    /** Runs forward and keeps every state in {@code states}, whatever stood there. */
    public void forward(SequenceLayout layout, InputSums inputs, Start start, States states) {
        start.check(parameters, layout);
        states.begin(layout, start, parameters);
        workers.run(layout.chunks(), chunk -> new ChunkRun(layout, chunk, weights, start).forward(inputs, states));
    }

    /** Runs forward and keeps the last states only; nothing may be dropped from the state. */
    public LastStates last(SequenceLayout layout, InputSums inputs, Start start) {
        return last(layout, inputs, start, new float[0]);
    }

    /** The same, and leaves every hidden state in {@code hidden}, by place; nothing if it is empty. */
    public LastStates last(SequenceLayout layout, InputSums inputs, Start start, float[] hidden) {
        start.check(parameters, layout);
        if (start.stateMask().length > 0) {
            throw new IllegalArgumentException("the state is dropped in training only, which keeps every state");
        }
        LastStates last = new LastStates(start.hidden().clone(), start.cells().clone());
        workers.run(
                layout.chunks(), chunk -> new ChunkRun(layout, chunk, weights, start).forward(inputs, last, hidden));
        return last;
    }

    /**
     * Runs back over states that this kernel filled, and uses them up.
     *
     * @param window only this many last steps of each sequence carry gradient
     */
    public Gradients backward(States states, HiddenGradient hiddenGradient, int window) {
        if (window < 1) {
            throw new IllegalArgumentException("the backward window must be at least 1 but was " + window);
        }
        states.spend();
        SequenceLayout layout = states.layout();
        PackedWeights transposed = PackedWeights.backward(parameters, arithmetic);
        LastStates initial = new LastStates(
                new float[states.start().hidden().length],
                new float[states.start().cells().length]);
        CellParameters[] parts = new CellParameters[layout.chunks()];
        workers.run(
                layout.chunks(),
                chunk -> parts[chunk] = new ChunkRun(layout, chunk, transposed, states.start())
                        .backward(states, hiddenGradient, window, initial));
        CellParameters sum = parameters.zeros();
        for (CellParameters part : parts) {
            sum.add(part);
        }
        return new Gradients(states.gates(), sum, initial.hidden(), initial.cells());
    }
}
