package tritone.kernel;

import java.util.Optional;

/**
 * A cell over whole sequences, forward and back. The recurrent weights are laid out once when it is made; it holds no state
 * and may be used by any number of threads.
 */
public final class CellKernel {
    /** A backward window that reaches over every step. */
    public static final int WHOLE = Integer.MAX_VALUE;

    private final CellParameters parameters;
    private final Arithmetic arithmetic;

    public CellKernel(CellParameters parameters, Arithmetic arithmetic) {
        this.parameters = parameters;
        this.arithmetic = arithmetic;
    }

    /**
     * Runs forward.
     *
     * @param inputSums what inputs and bias add to each sum, {@code [places][gates * units]}; becomes the states' gates
     */
    public States forward(SequenceLayout layout, float[] inputSums) {
        return forward(layout, inputSums, Optional.empty(), Optional.empty());
    }

    /** Runs forward from these states, {@code [rank][units]}; missing ones are zero. */
    public States forward(SequenceLayout layout, float[] inputSums, Optional<float[]> hidden, Optional<float[]> cells) {
        int units = parameters.units();
        int places = layout.places();
        check("inputSums", inputSums, places * parameters.gateColumns());
        int initial = layout.sequences() * units;
        int initialCells = parameters.variant().hasCellState() ? initial : 0;
        States states = new States(
                layout,
                inputSums,
                new float[places * units],
                new float[parameters.variant().hasCellState() ? places * units : 0],
                new float[parameters.variant().gates() == 3 ? places * units : 0],
                check("hidden", hidden.orElseGet(() -> new float[initial]), initial),
                check("cells", cells.orElseGet(() -> new float[initialCells]), initialCells));
        new CellForward(parameters, arithmetic).run(states);
        return states;
    }

    /**
     * Runs back.
     *
     * @param hiddenGradient with respect to every hidden state, {@code [places][units]}
     * @param window only this many last steps of each sequence carry gradient
     */
    public Gradients backward(States states, float[] hiddenGradient, int window) {
        if (window < 1) {
            throw new IllegalArgumentException("the backward window must be at least 1 but was " + window);
        }
        check("hiddenGradient", hiddenGradient, states.layout().places() * parameters.units());
        return new CellBackward(parameters, arithmetic).run(states, hiddenGradient, window);
    }

    private static float[] check(String name, float[] values, int length) {
        if (values.length != length) {
            throw new IllegalArgumentException(name + " must hold " + length + " numbers but held " + values.length);
        }
        return values;
    }
}
