package tritone.kernel;

import java.util.stream.IntStream;

/**
 * Runs a small cell until the virtual machine has made fast code of the kernels. Without it that happens in the middle of the
 * first large batches: products on the Vector API take a thousand times as long until then, and the compiler, busy with
 * everything else, comes to them late.
 */
public final class Rehearsal {
    /** More than the compiler asks for before it takes a method seriously. */
    private static final int ROUNDS = 160;

    /** Counts as often as a large cell and is through sooner. */
    private static final int UNITS = 32;

    private Rehearsal() {}

    /** Takes about a second of one thread; nothing at all for plain loops, which are fast soon enough. */
    public static void of(CellVariant variant, Arithmetic arithmetic) {
        if (variant == CellVariant.NONE || arithmetic == Arithmetic.SCALAR) {
            return;
        }
        CellParameters parameters = new CellParameters(
                variant,
                UNITS,
                new float[UNITS * variant.gates() * UNITS],
                new float[variant == CellVariant.LSTM_PEEPHOLE ? 3 * UNITS : 0],
                new float[variant == CellVariant.GRU_RESET_AFTER ? UNITS : 0]);
        CellKernel kernel = new CellKernel(parameters, arithmetic, Workers.NONE);
        // Every number of rows that a step can have.
        SequenceLayout layout =
                SequenceLayout.of(IntStream.rangeClosed(1, SequenceLayout.CHUNK).toArray());
        InputSums inputs =
                InputSums.of(new float[layout.places() * parameters.gateColumns()], parameters.gateColumns());
        Start start = Start.zero(variant, UNITS, layout);
        for (int round = 0; round < ROUNDS; round++) {
            kernel.last(layout, inputs, start);
        }
    }
}
