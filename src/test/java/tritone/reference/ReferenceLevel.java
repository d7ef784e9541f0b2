package tritone.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tritone.kernel.SequenceLayout;
import tritone.kernel.Start;
import tritone.network.Direction;
import tritone.network.LevelShape;
import tritone.network.Normalisation;
import tritone.network.ParameterShape;
import tritone.network.Passage;
import tritone.network.Readout;

/** What {@link tritone.network.Level} computes, in double precision and as slow as it is plain. */
public final class ReferenceLevel {
    private final LevelShape shape;
    private final int units;
    private final int width;

    private Tape tape;
    private SequenceLayout layout;
    private int window;
    private Map<String, double[]> numbers;
    private Map<String, int[]> weights;
    private int[] rows;
    private int[] outputs;
    private final Map<String, double[]> moved = new HashMap<>();
    private float[][] last;

    /** The gradients by name, and of the rows. */
    public record Gradients(Map<String, double[]> parameters, double[] rows) {}

    public ReferenceLevel(LevelShape shape) {
        this.shape = shape;
        units = shape.cell().units();
        width = shape.cell().width();
    }

    /** As {@link tritone.network.Level#forward}, with the window already known: what lies outside becomes constant. */
    public double[] forward(
            Map<String, double[]> parameters,
            SequenceLayout layout,
            double[] rowNumbers,
            int[] rowOf,
            Passage passage,
            int window) {
        this.layout = layout;
        this.window = window;
        numbers = parameters;
        tape = new Tape();
        weights = new HashMap<>();
        for (ParameterShape parameter : shape.parameters()) {
            weights.put(parameter.name(), tape.leaves(parameters.get(parameter.name())));
        }
        rows = tape.leaves(rowNumbers);
        int[][] inputs = inputs(rowOf, passage);
        int[][][] states = new int[layout.sequences()][][]; // [rank][position][width]
        int[][] finals = new int[layout.sequences()][];
        last = new float[shape.cell().variant().hasCellState() ? 2 : 1][layout.sequences() * units];
        for (int rank = 0; rank < states.length; rank++) {
            states[rank] = new int[layout.length(rank)][width];
            finals[rank] = new int[width];
            Arrays.fill(finals[rank], tape.leaf(0));
            for (int cell = 0; cell < shape.cell().direction().cells(); cell++) {
                run(rank, cell, inputs, passage.starts().get(cell), states[rank], finals[rank]);
            }
        }
        outputs = shape.readout() == Readout.STATES ? byPlace(states) : read(states, finals);
        return Arrays.stream(outputs).mapToDouble(tape::value).toArray();
    }

    private void run(int rank, int cell, int[][] inputs, Start start, int[][] states, int[] finals) {
        ReferenceCell equations = new ReferenceCell(tape, shape.cell().variant(), units);
        ReferenceCell.Weights learnt = weights(cell, false);
        ReferenceCell.Weights fixed = weights(cell, true);
        boolean reversed = shape.cell().direction() == Direction.BACKWARD || cell == 1;
        ReferenceCell.State state = new ReferenceCell.State(
                part(start.hidden(), rank), start.cells().length == 0 ? new int[0] : part(start.cells(), rank));
        int length = layout.length(rank);
        for (int step = 0; step < length; step++) {
            int position = reversed ? length - 1 - step : step;
            boolean constant = length - step > window;
            int[] x = inputs[layout.place(rank, position)];
            int[] seen = state.hidden().clone();
            for (int u = 0; u < units && start.stateMask().length > 0; u++) {
                seen[u] = tape.scale(seen[u], start.stateMask()[rank * units + u]);
            }
            state = equations.next(constant ? detached(x) : x, state, seen, constant ? fixed : learnt);
            if (constant) {
                state = new ReferenceCell.State(detached(state.hidden()), detached(state.cell()));
            }
            System.arraycopy(state.hidden(), 0, states[position], cell * units, units);
        }
        for (int u = 0; u < units; u++) {
            finals[cell * units + u] = length == 0 ? tape.leaf(0) : state.hidden()[u];
            if (cell == 0) {
                last[0][rank * units + u] = (float) tape.value(state.hidden()[u]);
                if (last.length > 1) {
                    last[1][rank * units + u] = (float) tape.value(state.cell()[u]);
                }
            }
        }
    }

    private int[] part(float[] byRank, int rank) {
        int[] nodes = new int[units];
        Arrays.setAll(nodes, u -> tape.leaf(byRank[rank * units + u]));
        return nodes;
    }

    private int[] detached(int[] nodes) {
        return Arrays.stream(nodes).map(tape::detached).toArray();
    }

    private ReferenceCell.Weights weights(int cell, boolean constant) {
        List<int[]> arrays = new ArrayList<>();
        for (String name : List.of(
                LevelShape.INPUT, LevelShape.RECURRENT, LevelShape.BIAS, LevelShape.PEEPHOLES, LevelShape.INNER_BIAS)) {
            int[] nodes = weights.getOrDefault(LevelShape.name(cell, name), new int[0]);
            arrays.add(constant ? detached(nodes) : nodes);
        }
        return new ReferenceCell.Weights(arrays.get(0), arrays.get(1), arrays.get(2), arrays.get(3), arrays.get(4));
    }

    /** The vector at each place after normalisation and dropout. */
    private int[][] inputs(int[] rowOf, Passage passage) {
        int inputs = shape.inputs();
        int[][] x = new int[rowOf.length][inputs];
        for (int place = 0; place < x.length; place++) {
            int row = rowOf[place];
            Arrays.setAll(x[place], i -> rows[row * inputs + i]);
        }
        if (shape.cell().normalisation() == Normalisation.LAYER) {
            for (int[] vector : x) {
                normalise(vector);
            }
        } else if (shape.cell().normalisation() == Normalisation.BATCH) {
            for (int feature = 0; feature < inputs; feature++) {
                normaliseFeature(x, feature, passage.training());
            }
        }
        for (int rank = 0; rank < layout.sequences() && passage.inputMask().length > 0; rank++) {
            for (int step = 0; step < layout.length(rank); step++) {
                int[] vector = x[layout.place(rank, step)];
                for (int i = 0; i < inputs; i++) {
                    vector[i] = tape.scale(vector[i], passage.inputMask()[rank * inputs + i]);
                }
            }
        }
        return x;
    }

    private void normalise(int[] vector) {
        int[] centred = centred(vector);
        int scale = tape.inverseRoot(tape.add(meanSquare(centred), tape.leaf(1e-5f)));
        for (int i = 0; i < vector.length; i++) {
            vector[i] = shifted(tape.multiply(centred[i], scale), i);
        }
    }

    private int shifted(int normal, int feature) {
        return tape.add(
                tape.multiply(normal, weights.get(LevelShape.GAIN)[feature]), weights.get(LevelShape.SHIFT)[feature]);
    }

    private int[] centred(int[] numbers) {
        int mean = tape.scale(tape.sum(numbers), 1.0 / numbers.length);
        return Arrays.stream(numbers).map(node -> tape.subtract(node, mean)).toArray();
    }

    private int meanSquare(int[] numbers) {
        return tape.scale(tape.product(numbers, numbers), 1.0 / numbers.length);
    }

    private void normaliseFeature(int[][] x, int feature, boolean training) {
        int[] column = Arrays.stream(x).mapToInt(vector -> vector[feature]).toArray();
        double runningMean = numbers.get(LevelShape.MEAN)[feature];
        double runningVariance = numbers.get(LevelShape.VARIANCE)[feature];
        if (column.length == 0) {
            return;
        }
        int mean = training ? tape.scale(tape.sum(column), 1.0 / column.length) : tape.leaf(runningMean);
        int variance = training ? meanSquare(centred(column)) : tape.leaf(runningVariance);
        int scale = tape.inverseRoot(tape.add(variance, tape.leaf(1e-5f)));
        for (int[] vector : x) {
            vector[feature] = shifted(tape.multiply(tape.subtract(vector[feature], mean), scale), feature);
        }
        moved.computeIfAbsent(LevelShape.MEAN, name -> new double[shape.inputs()])[feature] =
                0.1 * (runningMean - tape.value(mean));
        moved.computeIfAbsent(LevelShape.VARIANCE, name -> new double[shape.inputs()])[feature] =
                0.1 * (runningVariance - tape.value(variance));
    }

    private int[] byPlace(int[][][] states) {
        int[] nodes = new int[layout.places() * width];
        for (int rank = 0; rank < states.length; rank++) {
            for (int position = 0; position < states[rank].length; position++) {
                System.arraycopy(states[rank][position], 0, nodes, layout.place(rank, position) * width, width);
            }
        }
        return nodes;
    }

    private int[] read(int[][][] states, int[][] finals) {
        int[] nodes = new int[states.length * shape.features()];
        for (int rank = 0; rank < states.length; rank++) {
            int[] vector = new ReferenceReadout(tape, shape.readout())
                    .read(states[rank], finals[rank], weights.getOrDefault(LevelShape.QUERY, new int[0]));
            System.arraycopy(vector, 0, nodes, rank * vector.length, vector.length);
        }
        return nodes;
    }

    /** As {@link tritone.network.Level#back}. */
    public Gradients back(double[] gradient) {
        tape.back(outputs, Arrays.copyOf(gradient, outputs.length));
        Map<String, double[]> gradients = new HashMap<>();
        weights.forEach((name, nodes) -> gradients.put(name, tape.gradients(nodes)));
        gradients.putAll(moved);
        return new Gradients(gradients, tape.gradients(rows));
    }

    /** The forward cell's states after the last steps, {@code [rank][units]}. */
    public float[][] last() {
        return last;
    }
}
