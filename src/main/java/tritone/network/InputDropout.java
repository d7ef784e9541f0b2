package tritone.network;

import tritone.kernel.SequenceLayout;

/** Drops some numbers of the inputs, for each sequence its own; so each place needs a row of its own. */
final class InputDropout {
    private InputDropout() {}

    /** The inputs multiplied by {@code mask}, {@code [rank][inputs]}. */
    static LevelInput drop(LevelInput plain, float[] mask, int inputs) {
        SequenceLayout layout = plain.layout();
        float[] rows = new float[layout.places() * inputs];
        for (int rank = 0; rank < layout.sequences(); rank++) {
            for (int step = 0; step < layout.length(rank); step++) {
                int place = layout.place(rank, step);
                int row = plain.rowOf()[place];
                for (int i = 0; i < inputs; i++) {
                    rows[place * inputs + i] = plain.rows()[row * inputs + i] * mask[rank * inputs + i];
                }
            }
        }
        return LevelInput.ofPlaces(layout, rows);
    }

    /** The gradient of the rows of {@code plain} from that of its places, {@code [places][inputs]}. */
    static float[] back(float[] gradient, LevelInput plain, float[] mask, int inputs) {
        SequenceLayout layout = plain.layout();
        float[] rows = new float[plain.count() * inputs];
        for (int rank = 0; rank < layout.sequences(); rank++) {
            for (int step = 0; step < layout.length(rank); step++) {
                int place = layout.place(rank, step);
                int row = plain.rowOf()[place];
                for (int i = 0; i < inputs; i++) {
                    rows[row * inputs + i] += gradient[place * inputs + i] * mask[rank * inputs + i];
                }
            }
        }
        return rows;
    }
}
