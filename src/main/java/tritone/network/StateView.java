package tritone.network;

import tritone.kernel.SequenceLayout;

/**
 * The states of a level by position in the sequence.
 *
 * @param states {@code [places][width]}; the array may be longer
 */
record StateView(SequenceLayout layout, CellSpec cell, float[] states) {
    int width() {
        return cell.width();
    }

    int units() {
        return cell.units();
    }

    int sequences() {
        return layout.sequences();
    }

    int length(int rank) {
        return layout.length(rank);
    }

    /** Where the state at this position begins. */
    int at(int rank, int position) {
        return layout.place(rank, position) * width();
    }

    float get(int rank, int position, int column) {
        return states[at(rank, position) + column];
    }

    /** The position at which this cell has seen the whole sequence. */
    int lastPosition(int rank, int cellIndex) {
        return cell.direction().reversed(cellIndex) ? 0 : length(rank) - 1;
    }
}
