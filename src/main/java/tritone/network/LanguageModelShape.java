package tritone.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tritone.kernel.CellVariant;

/**
 * A language model: words' vectors, a cell one way or both, and a projection of each direction's states.
 *
 * @param vocabulary ids, all below this number
 * @param embedding numbers per id
 */
public record LanguageModelShape(int vocabulary, int embedding, CellSpec cell) {
    public static final String VECTORS = NetworkSpec.name(0, NetworkSpec.EMBEDDING);
    public static final String BIAS = "guess.b";

    public static String cellName(String name) {
        return NetworkSpec.name(0, name);
    }

    public static String projection(int cell) {
        return "guess." + LevelShape.name(cell, LevelShape.INPUT);
    }

    public LanguageModelShape {
        Objects.requireNonNull(cell, "cell");
        NetworkSpec.atLeastOne("vocabulary", vocabulary);
        NetworkSpec.atLeastOne("embedding", embedding);
        if (cell.variant() == CellVariant.NONE || cell.normalisation() != Normalisation.NONE) {
            throw new IllegalArgumentException("a language model needs a cell, and inputs as they are");
        }
    }

    /** Those of its weights that are the cell's, by the names of {@link LevelShape#parameters()}. */
    public Map<String, float[]> cellWeights(Map<String, float[]> weights) {
        Map<String, float[]> own = new HashMap<>();
        for (ParameterShape parameter : level().parameters()) {
            own.put(parameter.name(), weights.get(cellName(parameter.name())));
        }
        return own;
    }

    public LevelShape level() {
        return new LevelShape(embedding, cell, Readout.STATES);
    }

    /** Whether a row of these weights is a word's. */
    public static boolean isById(String name) {
        return name.equals(VECTORS) || name.equals(BIAS);
    }

    /** All weights; those that a classifier has too are called as they are there. */
    public List<ParameterShape> parameters() {
        List<ParameterShape> shapes = new ArrayList<>();
        shapes.add(new ParameterShape(VECTORS, vocabulary, embedding));
        for (ParameterShape shape : level().parameters()) {
            shapes.add(new ParameterShape(cellName(shape.name()), shape.rows(), shape.columns()));
        }
        for (int i = 0; i < cell.direction().cells(); i++) {
            shapes.add(new ParameterShape(projection(i), cell.units(), embedding));
        }
        shapes.add(new ParameterShape(BIAS, vocabulary, 1));
        return shapes;
    }
}
