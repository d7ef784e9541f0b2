package tritone.network;

import java.util.Arrays;
import tritone.kernel.Arithmetic;

/** Σ α h with α = softmax over the steps of q · tanh(h) (Zhou et al., 2016, equations 9 to 11). */
final class AttentionReading implements Reading {
    private final StateView view;
    private final int width;
    private final float[] query;
    private final float[] weights; // [places] α
    private float[] squashed = {}; // [places][width] tanh(h)
    private float[] gradient = {}; // [rank][width]
    private float[] scoreGradient = {}; // [places]

    AttentionReading(StateView view, float[] query) {
        this.view = view;
        this.query = query;
        width = view.width();
        weights = new float[view.layout().places()];
    }

    @Override
    public float[] features(Arithmetic arithmetic) {
        squashed = Arrays.copyOf(view.states(), weights.length * width);
        arithmetic.tanhInPlace(squashed, 0, squashed.length);
        float[] features = new float[view.sequences() * width];
        for (int rank = 0; rank < view.sequences(); rank++) {
            weigh(rank);
            double[] mean = new double[width];
            for (int position = 0; position < view.length(rank); position++) {
                float weight = weights[view.layout().place(rank, position)];
                for (int u = 0; u < width; u++) {
                    mean[u] += (double) weight * view.get(rank, position, u);
                }
            }
            for (int u = 0; u < width; u++) {
                features[rank * width + u] = (float) mean[u];
            }
        }
        return features;
    }

    private void weigh(int rank) {
        double[] scores = new double[view.length(rank)];
        double highest = Double.NEGATIVE_INFINITY;
        for (int position = 0; position < scores.length; position++) {
            for (int u = 0; u < width; u++) {
                scores[position] += (double) query[u] * squashed[view.at(rank, position) + u];
            }
            highest = Math.max(highest, scores[position]);
        }
        double sum = 0;
        for (int position = 0; position < scores.length; position++) {
            // StrictMath: the same bits on every machine.
            scores[position] = StrictMath.exp(scores[position] - highest);
            sum += scores[position];
        }
        for (int position = 0; position < scores.length; position++) {
            weights[view.layout().place(rank, position)] = (float) (scores[position] / sum);
        }
    }

    @Override
    public float[] back(float[] gradient) {
        this.gradient = gradient;
        scoreGradient = new float[weights.length];
        float[] queryGradient = new float[width];
        for (int rank = 0; rank < view.sequences(); rank++) {
            double[] pulls = new double[view.length(rank)];
            double mean = 0;
            for (int position = 0; position < pulls.length; position++) {
                for (int u = 0; u < width; u++) {
                    pulls[position] += (double) gradient[rank * width + u] * view.get(rank, position, u);
                }
                mean += weights[view.layout().place(rank, position)] * pulls[position];
            }
            for (int position = 0; position < pulls.length; position++) {
                int place = view.layout().place(rank, position);
                scoreGradient[place] = (float) (weights[place] * (pulls[position] - mean));
                for (int u = 0; u < width; u++) {
                    queryGradient[u] += scoreGradient[place] * squashed[place * width + u];
                }
            }
        }
        return queryGradient;
    }

    @Override
    public void addTo(int rank, int position, int cell, float[] sum, int offset) {
        int place = view.layout().place(rank, position);
        int column = cell * view.units();
        for (int u = column; u < column + view.units(); u++) {
            float tanh = squashed[place * width + u];
            sum[offset + u - column] +=
                    weights[place] * gradient[rank * width + u] + scoreGradient[place] * query[u] * (1 - tanh * tanh);
        }
    }
}
