package tritone.network;

import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A level in double precision, plain and slow, for sequences in the order in which they are given. */
final class ReferenceLevel {
    private static final double EPSILON = 1e-5;

    private final LevelShape shape;
    private final Map<String, double[]> weights;
    private final ReferenceCell.Nudge nudge;

    ReferenceLevel(LevelShape shape, Map<String, double[]> weights) {
        this(shape, weights, ReferenceCell.Nudge.NONE);
    }

    /** With this nudge of the first cell's states. */
    ReferenceLevel(LevelShape shape, Map<String, double[]> weights, ReferenceCell.Nudge nudge) {
        this.shape = shape;
        this.weights = weights;
        this.nudge = nudge;
    }

    /**
     * What a level begins with, and what it drops.
     *
     * @param training whether batch normalisation goes by the batch
     * @param inputMask {@code [sequence][inputs]}
     * @param hidden {@code [cell][sequence][units]}, and so are the others
     */
    record Circumstances(
            boolean training, double[][] inputMask, double[][][] hidden, double[][][] cells, double[][][] stateMask) {
        /** Inference from states of zero. */
        static Circumstances plain(LevelShape shape, int sequences) {
            int width = shape.cell().units();
            double[][][] zero = filled(2, sequences, width, 0);
            double[][][] one = filled(2, sequences, width, 1);
            return new Circumstances(false, filled(1, sequences, shape.inputs(), 1)[0], zero, zero, one);
        }

        private static double[][][] filled(int cells, int sequences, int length, double value) {
            double[][][] numbers = new double[cells][sequences][length];
            for (double[][] cell : numbers) {
                for (double[] row : cell) {
                    Arrays.fill(row, value);
                }
            }
            return numbers;
        }
    }

    /** All states of each sequence, {@code [sequence][position][width]}. */
    double[][][] states(double[][][] inputs, Circumstances circumstances) {
        double[][][] seen = masked(normalised(inputs, circumstances.training()), circumstances.inputMask());
        int units = shape.cell().units();
        double[][][] states = new double[seen.length][][];
        for (int sequence = 0; sequence < seen.length; sequence++) {
            states[sequence] = new double[seen[sequence].length][shape.cell().width()];
            for (int cell = 0; cell < shape.cell().width() / units; cell++) {
                boolean fromEnd = cell == 1 || shape.cell().direction() == Direction.BACKWARD;
                double[][] way = new ReferenceCell(shape.cell(), cell, weights)
                        .states(
                                fromEnd ? turned(seen[sequence]) : seen[sequence],
                                circumstances.hidden()[cell][sequence],
                                circumstances.cells()[cell][sequence],
                                circumstances.stateMask()[cell][sequence],
                                cell == 0 ? nudge : ReferenceCell.Nudge.NONE);
                double[][] byPosition = fromEnd ? turned(way) : way;
                for (int position = 0; position < way.length; position++) {
                    System.arraycopy(byPosition[position], 0, states[sequence][position], cell * units, units);
                }
            }
        }
        return states;
    }

    private static double[][] turned(double[][] rows) {
        double[][] turned = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            turned[i] = rows[rows.length - 1 - i];
        }
        return turned;
    }

    private static double[][][] masked(double[][][] inputs, double[][] mask) {
        double[][][] masked = new double[inputs.length][][];
        for (int sequence = 0; sequence < inputs.length; sequence++) {
            masked[sequence] = new double[inputs[sequence].length][];
            for (int step = 0; step < inputs[sequence].length; step++) {
                masked[sequence][step] = inputs[sequence][step].clone();
                for (int i = 0; i < masked[sequence][step].length; i++) {
                    masked[sequence][step][i] *= mask[sequence][i];
                }
            }
        }
        return masked;
    }

    private double[][][] normalised(double[][][] inputs, boolean training) {
        return switch (shape.cell().normalisation()) {
            case NONE -> inputs;
            case LAYER -> byVector(inputs);
            case BATCH -> byFeature(inputs, training);
        };
    }

    private double[][][] byVector(double[][][] inputs) {
        return eachVector(inputs, vector -> {
            double mean = mean(vector);
            double deviation = Math.sqrt(variance(vector) + EPSILON);
            double[] normalised = new double[vector.length];
            for (int i = 0; i < vector.length; i++) {
                normalised[i] = scaled((vector[i] - mean) / deviation, i);
            }
            return normalised;
        });
    }

    private double[][][] byFeature(double[][][] inputs, boolean training) {
        double[] means = weights.get(LevelShape.MEAN).clone();
        double[] variances = weights.get(LevelShape.VARIANCE).clone();
        for (int i = 0; training && i < means.length; i++) {
            int feature = i;
            double[] all = Arrays.stream(inputs)
                    .flatMap(Arrays::stream)
                    .mapToDouble(vector -> vector[feature])
                    .toArray();
            means[i] = mean(all);
            variances[i] = variance(all);
        }
        return eachVector(inputs, vector -> {
            double[] normalised = new double[vector.length];
            for (int i = 0; i < vector.length; i++) {
                normalised[i] = scaled((vector[i] - means[i]) / Math.sqrt(variances[i] + EPSILON), i);
            }
            return normalised;
        });
    }

    private double scaled(double value, int feature) {
        return value * weights.get(LevelShape.GAIN)[feature] + weights.get(LevelShape.SHIFT)[feature];
    }

    private static double[][][] eachVector(double[][][] inputs, UnaryOperator<double[]> normalisation) {
        return Arrays.stream(inputs)
                .map(sequence -> Arrays.stream(sequence).map(normalisation).toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    static double mean(double[] numbers) {
        return Arrays.stream(numbers).sum() / numbers.length;
    }

    static double variance(double[] numbers) {
        double mean = mean(numbers);
        return Arrays.stream(numbers)
                        .map(number -> (number - mean) * (number - mean))
                        .sum()
                / numbers.length;
    }

    /** The vector that is read out of one sequence's states; zero of an empty one. */
    double[] vector(double[][] states) {
        double[] vector = new double[shape.features()];
        int width = shape.cell().width();
        if (states.length == 0) {
            return vector;
        }
        double[] attention = attention(states);
        for (int column = 0; column < width; column++) {
            boolean fromEnd = shape.cell().direction() == Direction.BACKWARD
                    || column >= shape.cell().units();
            double last = states[fromEnd ? 0 : states.length - 1][column];
            double highest = Double.NEGATIVE_INFINITY;
            double sum = 0;
            double attended = 0;
            for (int position = 0; position < states.length; position++) {
                highest = Math.max(highest, states[position][column]);
                sum += states[position][column];
                attended += attention[position] * states[position][column];
            }
            switch (shape.readout()) {
                case STATES -> throw new IllegalArgumentException("states have no vector");
                case LAST -> vector[column] = last;
                case MEAN -> vector[column] = sum / states.length;
                case MAX -> vector[column] = highest;
                case ATTENTION -> vector[column] = attended;
                case LAST_MEAN_MAX -> {
                    vector[column] = last;
                    vector[width + column] = sum / states.length;
                    vector[2 * width + column] = highest;
                }
            }
        }
        return vector;
    }

    /** What each position counts, {@code [position]}. */
    private double[] attention(double[][] states) {
        double[] weights = new double[states.length];
        if (shape.readout() == Readout.ATTENTION) {
            Arrays.setAll(weights, position -> Math.exp(score(states[position])));
        }
        double total = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / total).toArray();
    }

    private double score(double[] state) {
        double score = 0;
        for (int u = 0; u < state.length; u++) {
            score += weights.get(LevelShape.QUERY)[u] * Math.tanh(state[u]);
        }
        return score;
    }
}
