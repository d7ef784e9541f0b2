package tritone.network;

import tritone.kernel.Arithmetic;

/** The last state of each cell. */
final class LastReading implements Reading {
    private final StateView view;
    private float[] gradient = {};

    LastReading(StateView view) {
        this.view = view;
    }

    @Override
    public float[] features(Arithmetic arithmetic) {
        float[] features = new float[view.sequences() * view.width()];
        for (int rank = 0; rank < view.sequences(); rank++) {
            for (int column = 0; column < view.width() && view.length(rank) > 0; column++) {
                int position = view.lastPosition(rank, column / view.units());
                features[rank * view.width() + column] = view.get(rank, position, column);
            }
        }
        return features;
    }

    @Override
    public float[] back(float[] gradient) {
        this.gradient = gradient;
        return new float[0];
    }

    @Override
    public void addTo(int rank, int position, int cell, float[] sum, int offset) {
        if (position == view.lastPosition(rank, cell)) {
            int at = rank * view.width() + cell * view.units();
            for (int u = 0; u < view.units(); u++) {
                sum[offset + u] += gradient[at + u];
            }
        }
    }
}
