package tritone.layers;

import tritone.kernel.CellVariant;
import tritone.network.LevelShape;

/**
 * What training keeps for each step of each sequence, in numbers of four bytes: gates and states of each cell, and the
 * sums of the inputs, which are fewer where words repeat. What the machine needs for a batch is this times its steps, and
 * does not depend on padding.
 *
 * @param states gates, hidden states, cell states and a GRU's inner products: {@code cells * units * (gates + 1, 2 or 2)}
 * @param inputs vectors and their sums, if each step had its own: {@code inputs + cells * units * gates}
 */
public record MemoryNeed(long states, long inputs) {
    public static MemoryNeed of(LevelShape shape) {
        CellVariant variant = shape.cell().variant();
        long units = (long) shape.cell().direction().cells() * shape.cell().units();
        int beside = variant.gates() == 1 ? 1 : 2;
        return new MemoryNeed(units * (variant.gates() + beside), shape.inputs() + units * variant.gates());
    }

    /** At most this many. */
    public long numbersPerStep() {
        return states + inputs;
    }
}
