package tritone.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellKernel;
import tritone.kernel.CellParameters;
import tritone.kernel.CellVariant;
import tritone.kernel.Gradients;
import tritone.kernel.HiddenGradient;
import tritone.kernel.InputSums;
import tritone.kernel.LastStates;
import tritone.kernel.SequenceLayout;
import tritone.kernel.Start;
import tritone.kernel.States;
import tritone.kernel.Workers;

/**
 * One level of a network over a batch: inputs normalised and multiplied, cells one way or both, states read out. It keeps
 * what the way back needs, and arrays that the next batch uses again; so it serves one batch at a time.
 */
public final class Level {
    private final LevelShape shape;
    private final int units;
    private final int columns;
    private final Arithmetic arithmetic;
    private final Workers workers;
    private final List<States> states = new ArrayList<>();
    private final List<InputProduct> products = new ArrayList<>();
    private final PlainStates plain;

    private Map<String, float[]> parameters;
    private LevelInput input;
    private boolean training;
    private float[] inputMask;
    private RowNormaliser normaliser;
    private LevelInput
            seen; // what the input product reads: normalised, and where inputs are dropped a row for each place
    private List<int[]> rowsOf; // by cell, in its own order
    private List<CellKernel> kernels;
    private List<LastStates> last;
    private Reading reading;

    public Level(LevelShape shape, Arithmetic arithmetic, Workers workers) {
        this.shape = shape;
        this.arithmetic = arithmetic;
        this.workers = workers;
        units = shape.cell().units();
        columns = shape.cell().variant().gates() * units;
        for (int cell = 0; cell < cells(); cell++) {
            states.add(new States());
            products.add(new InputProduct(shape.inputs(), columns, arithmetic, workers));
        }
        plain = new PlainStates(units);
    }

    private boolean hasNoCell() {
        return shape.cell().variant() == CellVariant.NONE;
    }

    private int cells() {
        return shape.cell().direction().cells();
    }

    /** States of zero for each cell, and nothing dropped. */
    public Passage passage(SequenceLayout layout, boolean training) {
        List<Start> starts = new ArrayList<>();
        for (int cell = 0; cell < cells(); cell++) {
            starts.add(Start.zero(shape.cell().variant(), units, layout));
        }
        return new Passage(training, starts, new float[0]);
    }

    /**
     * Runs forward.
     *
     * @param parameters by the names of {@link LevelShape#parameters()}; they must not change before the way back
     * @return a vector for each sequence, {@code [rank][features]}, or all states, {@code [places][features]}; the array of
     *     states may be longer and is used again
     */
    public float[] forward(Map<String, float[]> parameters, LevelInput input, Passage passage) {
        check(parameters, passage);
        this.parameters = parameters;
        this.input = input;
        training = passage.training();
        inputMask = passage.inputMask();
        LevelInput normalised = normalised(passage.training());
        seen = inputMask.length == 0 ? normalised : InputDropout.drop(normalised, inputMask, shape.inputs());
        CellOrder order = new CellOrder(input.layout(), shape.cell());
        rowsOf = new ArrayList<>();
        kernels = new ArrayList<>();
        last = new ArrayList<>();
        if (hasNoCell()) {
            float[] all = plain.forward(seen);
            last.add(plain.last(seen.layout(), passage.starts().get(0)));
            return read(all);
        }

        boolean lastOnly = !passage.training() && shape.readout() == Readout.LAST;
        for (int cell = 0; cell < cells(); cell++) {
            rowsOf.add(order.ofCell(cell, seen.rowOf()));
            kernels.add(new CellKernel(shape.cellParameters(cell, parameters), arithmetic, workers));
            float[] sums = products.get(cell)
                    .sums(seen.rows(), seen.count(), named(cell, LevelShape.INPUT), named(cell, LevelShape.BIAS));

            InputSums inputs = InputSums.of(sums, rowsOf.get(cell), columns);
            Start start = passage.starts().get(cell);
            if (lastOnly) {
                last.add(kernels.get(cell).last(input.layout(), inputs, start));
            } else {
                kernels.get(cell).forward(input.layout(), inputs, start, states.get(cell));
                last.add(states.get(cell).last(units));
            }
        }

        return lastOnly
                ? order.last(last)
                : read(order.byPosition(states.stream().map(States::hidden).toList()));
    }

    private float[] read(float[] all) {
        if (shape.readout() == Readout.STATES) {
            return all;
        }
        reading = Reading.of(shape, input.layout(), all, parameters.get(LevelShape.QUERY));
        return reading.features(arithmetic);
    }

    private void check(Map<String, float[]> parameters, Passage passage) {
        for (ParameterShape parameter : shape.parameters()) {
            parameter.check(parameters.get(parameter.name()));
        }
        boolean drops = passage.inputMask().length > 0
                || passage.starts().stream().anyMatch(start -> start.stateMask().length > 0);
        if (drops && !passage.training()) {
            throw new IllegalArgumentException("nothing is dropped outside training");
        }
    }

    private LevelInput normalised(boolean training) {
        if (shape.cell().normalisation() == Normalisation.NONE) {
            return input;
        }
        normaliser = new RowNormaliser(shape.cell().normalisation(), shape.inputs(), parameters);
        float[] rows = normaliser.forward(input.rows(), new RowPlaces(input.rowOf(), input.count()), training);
        return new LevelInput(input.layout(), rows, input.count(), input.rowOf());
    }

    private boolean reversed(int cell) {
        return shape.cell().direction().reversed(cell);
    }

    private float[] named(int cell, String name) {
        return parameters.get(LevelShape.name(cell, name));
    }

    /** The states of a cell after the last step of each sequence. */
    public LastStates last(int cell) {
        return last.get(cell);
    }

    /**
     * Runs back over what the last way forward kept, in training.
     *
     * @param gradient of what it returned
     * @param window only this many last steps of each cell's way carry gradient
     */
    public LevelGradients back(float[] gradient, int window) {
        checkTraining();
        Map<String, float[]> gradients = new HashMap<>();
        if (shape.readout() == Readout.ATTENTION) {
            gradients.put(LevelShape.QUERY, reading.back(gradient));
        } else if (shape.readout() != Readout.STATES) {
            reading.back(gradient);
        }
        float[] rowGradient = new float[seen.count() * shape.inputs()];
        if (hasNoCell()) {
            plain.back(seen, hiddenGradient(0, gradient), window, rowGradient);
        } else {
            for (int cell = 0; cell < cells(); cell++) {
                backThrough(cell, hiddenGradient(cell, gradient), window, gradients, rowGradient);
            }
        }
        float[] rows =
                inputMask.length == 0 ? rowGradient : InputDropout.back(rowGradient, input, inputMask, shape.inputs());
        if (shape.cell().normalisation() != Normalisation.NONE) {
            normaliser.back(rows, gradients);
        }
        return new LevelGradients(gradients, rows);
    }

    private void checkTraining() {
        if (!training) {
            throw new IllegalStateException("a way back needs a way forward in training before it");
        }
    }

    /**
     * The gradient of each state of the first cell through everything that follows it, by place in the cell's own order,
     * {@code [places][units]}. It takes the place of the way back.
     *
     * @param gradient of what the last way forward, in training, returned
     */
    float[] stateGradient(float[] gradient) {
        checkTraining();
        if (shape.readout() != Readout.STATES) {
            reading.back(gradient);
        }
        float[] byPlace = new float[Math.multiplyExact(input.layout().places(), units)];
        HiddenGradient kept = hiddenGradient(0, gradient).keptIn(byPlace, input.layout(), units);
        kernels.get(0).backward(states.get(0), kept, CellKernel.WHOLE);
        return byPlace;
    }

    private void backThrough(
            int cell, HiddenGradient hidden, int window, Map<String, float[]> gradients, float[] rowGradient) {
        Gradients own = kernels.get(cell).backward(states.get(cell), hidden, window);
        put(gradients, cell, own.parameters());
        InputProduct.Gradient weights = products.get(cell)
                .back(
                        seen.rows(),
                        new RowPlaces(rowsOf.get(cell), seen.count()),
                        named(cell, LevelShape.INPUT),
                        own.sums(),
                        rowGradient);
        gradients.put(LevelShape.name(cell, LevelShape.INPUT), weights.weights());
        gradients.put(LevelShape.name(cell, LevelShape.BIAS), weights.bias());
    }

    private HiddenGradient hiddenGradient(int cell, float[] gradient) {
        SequenceLayout layout = input.layout();
        int width = shape.cell().width();
        return (rank, step, sum, offset) -> {
            int position = reversed(cell) ? layout.length(rank) - 1 - step : step;
            if (shape.readout() != Readout.STATES) {
                reading.addTo(rank, position, cell, sum, offset);
                return;
            }
            int at = layout.place(rank, position) * width + cell * units;
            for (int u = 0; u < units; u++) {
                sum[offset + u] += gradient[at + u];
            }
        };
    }

    private static void put(Map<String, float[]> gradients, int cell, CellParameters own) {
        gradients.put(LevelShape.name(cell, LevelShape.RECURRENT), own.recurrent());
        if (own.peepholes().length > 0) {
            gradients.put(LevelShape.name(cell, LevelShape.PEEPHOLES), own.peepholes());
        }
        if (own.innerBias().length > 0) {
            gradients.put(LevelShape.name(cell, LevelShape.INNER_BIAS), own.innerBias());
        }
    }
}
