package tritone.network;

import java.util.Arrays;
import tritone.kernel.Arithmetic;

/** The mean of all states. */
final class MeanReading implements Reading {
    private final StateView view;
    private float[] gradient = {};

    MeanReading(StateView view) {
        this.view = view;
    }

    @Override
    public float[] features(Arithmetic arithmetic) {
        float[] features = new float[view.sequences() * view.width()];
        double[] sums = new double[view.width()];
        for (int rank = 0; rank < view.sequences(); rank++) {
            Arrays.fill(sums, 0);
            for (int position = 0; position < view.length(rank); position++) {
                for (int column = 0; column < sums.length; column++) {
                    sums[column] += view.get(rank, position, column);
                }
            }
            for (int column = 0; column < sums.length && view.length(rank) > 0; column++) {
                features[rank * view.width() + column] = (float) (sums[column] / view.length(rank));
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
        float share = 1f / view.length(rank);
        int at = rank * view.width() + cell * view.units();
        for (int u = 0; u < view.units(); u++) {
            sum[offset + u] += gradient[at + u] * share;
        }
    }
}
