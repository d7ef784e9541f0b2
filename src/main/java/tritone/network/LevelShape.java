package tritone.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tritone.kernel.CellParameters;
import tritone.kernel.CellVariant;

/** A level: what comes in, its cells, and what becomes of their states. */
public record LevelShape(int inputs, CellSpec cell, Readout readout) {
    /** Multiplied with inputs, {@code [inputs][gates * units]}. */
    public static final String INPUT = "W";

    /** Multiplied with states, {@code [units][gates * units]}. */
    public static final String RECURRENT = "RW";

    public static final String BIAS = "b";
    public static final String PEEPHOLES = "P";
    public static final String INNER_BIAS = "rb";

    /** What normalised inputs are multiplied by, and what is added to them. */
    public static final String GAIN = "g";

    public static final String SHIFT = "s";

    /** Running averages of {@link Normalisation#BATCH}. */
    public static final String MEAN = "mean";

    public static final String VARIANCE = "var";

    /** Of {@link Readout#ATTENTION}. */
    public static final String QUERY = "q";

    public LevelShape {
        Objects.requireNonNull(cell, "cell");
        Objects.requireNonNull(readout, "readout");
        NetworkSpec.atLeastOne("inputs", inputs);
        if (cell.variant() == CellVariant.NONE && cell.units() != inputs) {
            throw new IllegalArgumentException(
                    "without a cell the units must be as many as the inputs, " + inputs + ", but were " + cell.units());
        }
    }

    /** The name of a cell's parameter: those of the second cell of a level begin with {@code back}. */
    public static String name(int cell, String parameter) {
        return cell == 0 ? parameter : "back" + parameter;
    }

    /** Numbers that come out per sequence, or per step. */
    public int features() {
        return readout.features(cell.width());
    }

    /** All weights, always in this order. */
    public List<ParameterShape> parameters() {
        List<ParameterShape> shapes = new ArrayList<>();
        int units = cell.units();
        int columns = Math.multiplyExact(cell.variant().gates(), units);
        int cells = cell.variant() == CellVariant.NONE ? 0 : cell.direction().cells();
        for (int i = 0; i < cells; i++) {
            shapes.add(new ParameterShape(name(i, INPUT), inputs, columns));
            shapes.add(new ParameterShape(name(i, RECURRENT), units, columns));
            shapes.add(new ParameterShape(name(i, BIAS), 1, columns));
            if (cell.variant() == CellVariant.LSTM_PEEPHOLE) {
                shapes.add(new ParameterShape(name(i, PEEPHOLES), 3, units));
            }
            if (cell.variant() == CellVariant.GRU_RESET_AFTER) {
                shapes.add(new ParameterShape(name(i, INNER_BIAS), 1, units));
            }
        }
        if (cell.normalisation() != Normalisation.NONE) {
            shapes.add(new ParameterShape(GAIN, 1, inputs));
            shapes.add(new ParameterShape(SHIFT, 1, inputs));
        }
        if (cell.normalisation() == Normalisation.BATCH) {
            shapes.add(new ParameterShape(MEAN, 1, inputs));
            shapes.add(new ParameterShape(VARIANCE, 1, inputs));
        }
        if (readout == Readout.ATTENTION) {
            shapes.add(new ParameterShape(QUERY, 1, cell.width()));
        }
        return shapes;
    }

    /** What a cell has learnt, from the weights of this level by name. */
    CellParameters cellParameters(int index, Map<String, float[]> weights) {
        CellVariant variant = cell.variant();
        return new CellParameters(
                variant,
                cell.units(),
                weights.get(name(index, RECURRENT)),
                variant == CellVariant.LSTM_PEEPHOLE ? weights.get(name(index, PEEPHOLES)) : new float[0],
                variant == CellVariant.GRU_RESET_AFTER ? weights.get(name(index, INNER_BIAS)) : new float[0]);
    }
}
