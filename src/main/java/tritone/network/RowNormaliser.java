package tritone.network;

import java.util.Map;

/** Normalises rows of inputs and finds the way back. Sums are made in the order of rows and features. */
final class RowNormaliser {
    static final float EPSILON = 1e-5f;

    /** What a batch moves the running averages by. */
    private static final float RATE = 0.1f;

    private final Normalisation kind;
    private final int inputs;
    private final float[] gain;
    private final float[] shift;
    private final float[] runningMean;
    private final float[] runningVariance;

    private float[] centred; // [rows][inputs] before gain and shift
    private float[] scales; // 1 / standard deviation, by row (LAYER) or feature (BATCH)
    private float[] mean; // [inputs] of the batch
    private float[] variance;
    private RowPlaces places;

    RowNormaliser(Normalisation kind, int inputs, Map<String, float[]> parameters) {
        this.kind = kind;
        this.inputs = inputs;
        gain = parameters.get(LevelShape.GAIN);
        shift = parameters.get(LevelShape.SHIFT);
        runningMean = parameters.get(LevelShape.MEAN);
        runningVariance = parameters.get(LevelShape.VARIANCE);
    }

    /** The rows normalised. A row counts as often as it has places. */
    float[] forward(float[] rows, RowPlaces places, boolean training) {
        this.places = places;
        centred = new float[places.rows() * inputs];
        if (kind == Normalisation.LAYER) {
            centreRows(rows);
        } else {
            takeStatistics(rows, training);
            for (int i = 0; i < centred.length; i++) {
                centred[i] = (rows[i] - mean[i % inputs]) * scales[i % inputs];
            }
        }
        float[] normalised = new float[centred.length];
        for (int i = 0; i < centred.length; i++) {
            normalised[i] = Math.fma(centred[i], gain[i % inputs], shift[i % inputs]);
        }
        return normalised;
    }

    private void centreRows(float[] rows) {
        scales = new float[places.rows()];
        for (int row = 0; row < scales.length; row++) {
            double sum = 0;
            double squares = 0;
            for (int i = row * inputs; i < (row + 1) * inputs; i++) {
                sum += rows[i];
            }
            float mean = (float) (sum / inputs);
            for (int i = row * inputs; i < (row + 1) * inputs; i++) {
                centred[i] = rows[i] - mean;
                squares += (double) centred[i] * centred[i];
            }
            scales[row] = (float) (1 / Math.sqrt(squares / inputs + EPSILON));
            for (int i = row * inputs; i < (row + 1) * inputs; i++) {
                centred[i] *= scales[row];
            }
        }
    }

    private void takeStatistics(float[] rows, boolean training) {
        mean = runningMean;
        variance = runningVariance;
        if (training && places.first(places.rows()) > 0) {
            mean = new float[inputs];
            variance = new float[inputs];
            for (int feature = 0; feature < inputs; feature++) {
                takeStatistics(rows, feature);
            }
        }
        scales = new float[inputs];
        for (int feature = 0; feature < inputs; feature++) {
            scales[feature] = (float) (1 / Math.sqrt(variance[feature] + EPSILON));
        }
    }

    private void takeStatistics(float[] rows, int feature) {
        double sum = 0;
        double squares = 0;
        int count = places.first(places.rows());
        for (int row = 0; row < places.rows(); row++) {
            sum += (double) count(row) * rows[row * inputs + feature];
        }
        mean[feature] = (float) (sum / count);
        for (int row = 0; row < places.rows(); row++) {
            double distance = rows[row * inputs + feature] - mean[feature];
            squares += count(row) * distance * distance;
        }
        variance[feature] = (float) (squares / count);
    }

    private int count(int row) {
        return places.first(row + 1) - places.first(row);
    }

    /** Replaces the gradient of the normalised rows by that of the rows, and leaves that of its own weights by name. */
    void back(float[] gradient, Map<String, float[]> parameters) {
        float[] gainGradient = new float[inputs];
        float[] shiftGradient = new float[inputs];
        for (int i = 0; i < centred.length; i++) {
            gainGradient[i % inputs] += gradient[i] * centred[i];
            shiftGradient[i % inputs] += gradient[i];
        }
        parameters.put(LevelShape.GAIN, gainGradient);
        parameters.put(LevelShape.SHIFT, shiftGradient);
        if (kind == Normalisation.LAYER) {
            backThroughRows(gradient);
        } else {
            backThroughFeatures(gradient, gainGradient, shiftGradient);
            parameters.put(LevelShape.MEAN, moved(runningMean, mean));
            parameters.put(LevelShape.VARIANCE, moved(runningVariance, variance));
        }
    }

    private void backThroughRows(float[] gradient) {
        for (int row = 0; row < places.rows(); row++) {
            double sum = 0;
            double product = 0;
            for (int feature = 0; feature < inputs; feature++) {
                int i = row * inputs + feature;
                gradient[i] *= gain[feature];
                sum += gradient[i];
                product += (double) gradient[i] * centred[i];
            }
            for (int i = row * inputs; i < (row + 1) * inputs; i++) {
                gradient[i] = (float) (scales[row] * (gradient[i] - sum / inputs - centred[i] * product / inputs));
            }
        }
    }

    /** The gradient of a row is the sum over its places, so what each place loses is lost as often as it has places. */
    private void backThroughFeatures(float[] gradient, float[] gainGradient, float[] shiftGradient) {
        int count = Math.max(1, places.first(places.rows()));
        for (int i = 0; i < centred.length; i++) {
            int feature = i % inputs;
            float lost = (shiftGradient[feature] + centred[i] * gainGradient[feature]) / count;
            gradient[i] = gain[feature] * scales[feature] * (gradient[i] - count(i / inputs) * lost);
        }
    }

    private static float[] moved(float[] running, float[] batch) {
        float[] step = new float[running.length];
        for (int feature = 0; feature < step.length; feature++) {
            step[feature] = RATE * (running[feature] - batch[feature]);
        }
        return step;
    }
}
