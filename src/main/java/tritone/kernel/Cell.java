package tritone.kernel;

/**
 * The equations of one kind of cell, for the sequences of one chunk. Numbers are copied into arrays of their own before
 * loops run over them: the compiler vectorises loops only where each array is read from its beginning by the loop's index.
 */
interface Cell {
    static Cell of(PackedWeights weights) {
        return switch (weights.parameters().variant()) {
            case SIMPLE_RNN_TANH, SIMPLE_RNN_RELU -> new SimpleRnnCell(weights);
            case LSTM, LSTM_PEEPHOLE -> new LstmCell(weights);
            case GRU_RESET_BEFORE, GRU_RESET_AFTER -> new GruCell(weights);
            case NONE -> throw new IllegalArgumentException("NONE has no equations");
        };
    }

    /** Fills the gates and the states; the states after may stand where those before do. */
    void forward(Step step);

    /**
     * Replaces the gates by the gradient of the sums.
     *
     * @param hidden the gradient of the hidden states; becomes the share of the states before that goes by no product
     * @param cells the gradient of the cell states; becomes that of the cell states before
     * @param seen zero; becomes the gradient of the states that entered products
     */
    void backward(Step step, Matrix hidden, Matrix cells, Matrix seen);

    /**
     * Adds the gradient of the recurrent weights and the inner bias, from places that follow each other.
     *
     * @param seen what entered products, {@code [places][units]}
     * @param sums the gradient of the sums, {@code [places][gates * units]}
     */
    void addWeightGradients(Matrix seen, Matrix sums, Matrix inner, CellParameters gradient);

    /** Adds the gradient of the peepholes over all steps so far. */
    default void addPeepholeGradients(CellParameters gradient) {}
}
