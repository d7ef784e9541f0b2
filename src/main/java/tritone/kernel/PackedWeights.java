package tritone.kernel;

/**
 * A cell's recurrent weights laid out for products.
 *
 * @param gates those of all gates, of a GRU those of z and r only; transposed for the way back
 * @param candidate of a GRU's g; else without columns
 */
record PackedWeights(CellParameters parameters, Arithmetic arithmetic, PackedMatrix gates, PackedMatrix candidate) {
    static PackedWeights forward(CellParameters parameters, Arithmetic arithmetic) {
        int split = split(parameters);
        Matrix recurrent = parameters.recurrentMatrix();
        return new PackedWeights(
                parameters,
                arithmetic,
                arithmetic.pack(recurrent.columns(0, split)),
                arithmetic.pack(recurrent.columns(split, recurrent.columns() - split)));
    }

    static PackedWeights backward(CellParameters parameters, Arithmetic arithmetic) {
        int split = split(parameters);
        Matrix recurrent = parameters.recurrentMatrix();
        return new PackedWeights(
                parameters,
                arithmetic,
                arithmetic.pack(recurrent.columns(0, split).transposed()),
                arithmetic.pack(
                        recurrent.columns(split, recurrent.columns() - split).transposed()));
    }

    private static int split(CellParameters parameters) {
        return parameters.variant().gates() == 3 ? 2 * parameters.units() : parameters.gateColumns();
    }
}
