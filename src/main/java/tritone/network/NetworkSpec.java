package tritone.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tritone.kernel.CellVariant;

/**
 * A network from ids to probabilities: an embedding, levels of cells on top of each other, a readout of the last one, and a
 * dense output.
 *
 * @param vocabulary ids, all below this number
 * @param embedding numbers per id
 * @param cell of each level; only the first one's inputs are normalised
 * @param classes 2 for one sigmoid unit, the probability of class 1; more for a softmax
 */
public record NetworkSpec(int vocabulary, int embedding, CellSpec cell, int levels, Readout readout, int classes) {
    /** The vector of each id, {@code [vocabulary][embedding]}. */
    public static final String EMBEDDING = "E";

    public NetworkSpec {
        Objects.requireNonNull(cell, "cell");
        Objects.requireNonNull(readout, "readout");
        atLeastOne("vocabulary", vocabulary);
        atLeastOne("embedding", embedding);
        atLeastOne("levels", levels);
        if (classes < 2) {
            throw new IllegalArgumentException("classes must be at least 2 but was " + classes);
        }
        if (readout == Readout.STATES) {
            throw new IllegalArgumentException("a network's readout must make one vector of the states");
        }
        new LevelShape(embedding, cell, readout); // refuses cells that do not fit on the embedding
    }

    /** A bag of words: the mean of a review's vectors, without a cell, goes into the output. */
    public static NetworkSpec bag(int vocabulary, int embedding, int classes) {
        CellSpec none = new CellSpec(CellVariant.NONE, embedding, Direction.FORWARD, Normalisation.NONE);
        return new NetworkSpec(vocabulary, embedding, none, 1, Readout.MEAN, classes);
    }

    static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1 but was " + value);
        }
    }

    /** The level at this height, 0 the lowest. */
    public LevelShape level(int index) {
        Objects.checkIndex(index, levels);
        CellSpec above = new CellSpec(cell.variant(), cell.units(), cell.direction(), Normalisation.NONE);
        return new LevelShape(
                index == 0 ? embedding : cell.width(),
                index == 0 ? cell : above,
                index == levels - 1 ? readout : Readout.STATES);
    }

    /** Numbers that the output layer makes: one for two classes. */
    public int outputs() {
        return classes == 2 ? 1 : classes;
    }

    /** The name of a weight: a level's begin with its index, the output's with the number of levels. */
    public static String name(int level, String parameter) {
        return level + "." + parameter;
    }

    /** All weights, always in this order. */
    public List<ParameterShape> parameters() {
        List<ParameterShape> shapes = new ArrayList<>();
        shapes.add(new ParameterShape(name(0, EMBEDDING), vocabulary, embedding));
        for (int i = 0; i < levels; i++) {
            for (ParameterShape shape : level(i).parameters()) {
                shapes.add(new ParameterShape(name(i, shape.name()), shape.rows(), shape.columns()));
            }
        }
        shapes.add(new ParameterShape(
                name(levels, LevelShape.INPUT), level(levels - 1).features(), outputs()));
        shapes.add(new ParameterShape(name(levels, LevelShape.BIAS), 1, outputs()));
        return shapes;
    }
}
