package tritone.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellKernel;
import tritone.kernel.SequenceLayout;
import tritone.kernel.Start;
import tritone.kernel.Workers;

/** A level with random weights before a random batch of words that repeat, and a loss: its output under random weights. */
final class LevelCase {
    final LevelShape shape;
    final SequenceLayout layout;
    final Map<String, float[]> weights;
    final LevelInput input;
    final Passage passage;
    final float[] lossWeights;

    /** What the float level gives, cut to the numbers that count. */
    record Outcome(float[] features, LevelGradients gradients) {}

    /** A case without dropout that begins with states of zero. */
    static LevelCase plain(LevelShape shape, int words, int... lengths) {
        return new LevelCase(shape, words, false, lengths);
    }

    /** A case with random states to begin with, and dropout of inputs and states. */
    static LevelCase dropping(LevelShape shape, int words, int... lengths) {
        return new LevelCase(shape, words, true, lengths);
    }

    private LevelCase(LevelShape shape, int words, boolean dropping, int... lengths) {
        this.shape = shape;
        layout = SequenceLayout.of(lengths);
        RandomWeights random = new RandomWeights(shape.toString().hashCode());
        weights = random.of(shape.parameters());
        int[] rowOf = new int[layout.places()];
        int[] drawn = random.reviews(words, layout.places())[0];
        System.arraycopy(drawn, 0, rowOf, 0, rowOf.length);
        // Longer than it must be, and what stands behind the rows must not matter.
        float[] rows = random.numbers((words + 1) * shape.inputs(), 1);
        for (int i = words * shape.inputs(); i < rows.length; i++) {
            rows[i] = Float.NaN;
        }
        input = new LevelInput(layout, rows, words, rowOf);
        passage = dropping ? dropping(random) : level().passage(layout, true);
        boolean ofSteps = shape.readout() == Readout.STATES;
        lossWeights = random.numbers((ofSteps ? layout.places() : layout.sequences()) * shape.features(), 1);
    }

    private Passage dropping(RandomWeights random) {
        int numbers = layout.sequences() * shape.cell().units();
        List<Start> starts = new ArrayList<>();
        for (int cell = 0; cell < shape.cell().direction().cells(); cell++) {
            float[] cells = random.numbers(shape.cell().variant().hasCellState() ? numbers : 0, 1);
            starts.add(new Start(random.numbers(numbers, 1), cells, random.mask(numbers)));
        }
        return new Passage(true, starts, random.mask(layout.sequences() * shape.inputs()));
    }

    Level level() {
        return new Level(shape, Arithmetic.fastest(), Workers.NONE);
    }

    Outcome run(Level level) {
        float[] features = forward(level);
        return new Outcome(features, level.back(lossWeights.clone(), CellKernel.WHOLE));
    }

    float[] forward(Level level) {
        return Arrays.copyOf(level.forward(weights, input, passage), lossWeights.length);
    }

    /** Everything that the loss depends on, as double precision numbers: weights by name, and rows as {@code x}. */
    Map<String, double[]> point() {
        Map<String, double[]> point = new HashMap<>();
        weights.forEach((name, numbers) -> point.put(name, RandomWeights.doubles(numbers)));
        point.put("x", RandomWeights.doubles(input.rows()));
        return point;
    }

    double loss(Map<String, double[]> point) {
        double[] features = features(point);
        double loss = 0;
        for (int i = 0; i < features.length; i++) {
            loss += features[i] * lossWeights[i];
        }
        return loss;
    }

    /** The level's output by the equations, where the float level puts it. */
    double[] features(Map<String, double[]> point) {
        ReferenceLevel reference = new ReferenceLevel(shape, point);
        double[][][] states = reference.states(inputs(point.get("x")), circumstances());
        double[] features = new double[lossWeights.length];
        int width = shape.features();
        for (int rank = 0; rank < layout.sequences(); rank++) {
            if (shape.readout() != Readout.STATES) {
                System.arraycopy(reference.vector(states[rank]), 0, features, rank * width, width);
                continue;
            }
            for (int step = 0; step < layout.length(rank); step++) {
                System.arraycopy(states[rank][step], 0, features, layout.place(rank, step) * width, width);
            }
        }
        return features;
    }

    private double[][][] inputs(double[] rows) {
        double[][][] inputs = new double[layout.sequences()][][];
        for (int rank = 0; rank < inputs.length; rank++) {
            inputs[rank] = new double[layout.length(rank)][shape.inputs()];
            for (int step = 0; step < layout.length(rank); step++) {
                int row = input.rowOf()[layout.place(rank, step)];
                System.arraycopy(rows, row * shape.inputs(), inputs[rank][step], 0, shape.inputs());
            }
        }
        return inputs;
    }

    private ReferenceLevel.Circumstances circumstances() {
        int cells = passage.starts().size();
        double[][][] hidden = new double[cells][][];
        double[][][] inner = new double[cells][][];
        double[][][] masks = new double[cells][][];
        int units = shape.cell().units();
        for (int cell = 0; cell < cells; cell++) {
            Start start = passage.starts().get(cell);
            hidden[cell] = byRank(start.hidden(), units, 0);
            inner[cell] = byRank(start.cells(), units, 0);
            masks[cell] = byRank(start.stateMask(), units, 1);
        }
        double[][] inputMask = byRank(passage.inputMask(), shape.inputs(), 1);
        return new ReferenceLevel.Circumstances(passage.training(), inputMask, hidden, inner, masks);
    }

    private double[][] byRank(float[] numbers, int length, double missing) {
        double[][] byRank = new double[layout.sequences()][length];
        for (int i = 0; i < layout.sequences() * length; i++) {
            byRank[i / length][i % length] = numbers.length == 0 ? missing : numbers[i];
        }
        return byRank;
    }
}
