package tritone.kernel;

/**
 * The numbers of one step, one row per running sequence. Forward, the gates hold the inputs' share of the sums to begin
 * with; backward, the gradient of the sums takes their place.
 *
 * @param before the hidden states one step before
 * @param seen those states as they enter products: with the dropout of the state
 * @param cellsBefore without columns in a cell that has no cell states, like {@code cells}
 * @param inner without columns in a cell that needs none
 */
record Step(Matrix gates, Matrix before, Matrix seen, Matrix cellsBefore, Matrix hidden, Matrix cells, Matrix inner) {

    int rows() {
        return gates.rows();
    }
}
