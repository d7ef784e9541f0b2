package tritone.layers;

import tritone.kernel.CellVariant;
import tritone.network.LevelShape;

/**
 * What training keeps for each step of each sequence, in numbers of four bytes: gates and states of each cell, and the
 * sums of the inputs, which are fewer where words repeat. What a batch needs is this times its steps, whatever the padding;
 * two directions, attention, normalisation and dropout of inputs keep a copy of the states or the vectors on top.
 *
 * @param states gates, hidden states, cell states and a GRU's inner products: {@code cells * units * (gates + 1, 2 or 2)};
 *     without a cell a copy of the vectors: {@code inputs}
 * @param inputs vectors and their sums, if each step had its own: {@code inputs + cells * units * gates}
 */
record MemoryNeed(long states, long inputs) {
    static MemoryNeed of(LevelShape shape) {
        CellVariant variant = shape.cell().variant();
        long units = (long) shape.cell().direction().cells() * shape.cell().units();
        int beside = variant.gates() <= 1 ? 1 : 2;
        return new MemoryNeed(units * (variant.gates() + beside), shape.inputs() + units * variant.gates());
    }

    /** Both. */
    long numbersPerStep() {
        return states + inputs;
    }
}
