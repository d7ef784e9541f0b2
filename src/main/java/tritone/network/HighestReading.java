package tritone.network;

import tritone.kernel.Arithmetic;

/** The highest number of each column over all steps; among equal ones the first. */
final class HighestReading implements Reading {
    private final StateView view;
    private final int[] highest; // [rank][width] position
    private float[] gradient = {};

    HighestReading(StateView view) {
        this.view = view;
        highest = new int[view.sequences() * view.width()];
    }

    @Override
    public float[] features(Arithmetic arithmetic) {
        float[] features = new float[highest.length];
        for (int rank = 0; rank < view.sequences(); rank++) {
            for (int column = 0; column < view.width() && view.length(rank) > 0; column++) {
                int best = 0;
                for (int position = 1; position < view.length(rank); position++) {
                    // Turned round, so that what is no number wins and is noticed.
                    if (!(view.get(rank, position, column) <= view.get(rank, best, column))) {
                        best = position;
                    }
                }
                highest[rank * view.width() + column] = best;
                features[rank * view.width() + column] = view.get(rank, best, column);
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
        int at = rank * view.width() + cell * view.units();
        for (int u = 0; u < view.units(); u++) {
            if (highest[at + u] == position) {
                sum[offset + u] += gradient[at + u];
            }
        }
    }
}
