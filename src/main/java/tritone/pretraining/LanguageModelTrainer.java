package tritone.pretraining;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellKernel;
import tritone.kernel.Matrix;
import tritone.kernel.SequenceLayout;
import tritone.kernel.Workers;
import tritone.network.LanguageModelShape;
import tritone.network.Level;
import tritone.network.LevelGradients;
import tritone.network.LevelInput;
import tritone.network.Words;

/**
 * A cell in each direction that learns to guess the word after its state, batch by batch. On plain arrays: Deeplearning4j has
 * no loss of sampled words, and its optimisers would move every vector at each step.
 */
final class LanguageModelTrainer {
    private final LanguageModelShape shape;
    private final Level level;
    private final SampledSoftmax softmax;
    private final CandidateSampler sampler;
    private final double clipNorm;
    private final Workers workers;

    private final Map<String, Parameter> parameters = new TreeMap<>(); // by name, so that they are summed in one order
    private final Map<String, float[]> cellWeights;
    private int steps;

    /** {@code weights} by the names of {@link LanguageModelShape#parameters()} are moved where they lie. */
    LanguageModelTrainer(
            LanguageModelShape shape,
            Map<String, float[]> weights,
            CandidateSampler sampler,
            double clipNorm,
            Workers workers) {
        this.shape = shape;
        this.sampler = sampler;
        this.clipNorm = clipNorm;
        this.workers = workers;
        level = new Level(shape.level(), Arithmetic.fastest(), workers);
        softmax = new SampledSoftmax(
                shape.cell().units(), shape.embedding(), shape.vocabulary(), Arithmetic.fastest(), workers);
        shape.parameters().forEach(parameter -> {
            float[] values = weights.get(parameter.name());
            parameter.check(values);
            boolean byId = LanguageModelShape.isById(parameter.name());
            parameters.put(parameter.name(), new Parameter(values, byId ? parameter.columns() : values.length));
        });
        cellWeights = shape.cellWeights(weights);
    }

    /** Takes a step at this rate; gives the mean loss of a guess before it. */
    double fit(int[][] texts, double rate) {
        double loss = addGradients(texts);
        step(rate);
        return loss;
    }

    /**
     * Gives the mean loss of a guess, over both directions if there are two; then the gradients are of the sum of both means,
     * else of the one.
     */
    double addGradients(int[][] texts) {
        Words words = Words.of(texts, shape.vocabulary());
        SequenceLayout layout = words.layout();
        Parameter vectors = parameters.get(LanguageModelShape.VECTORS);
        LevelInput input = LevelInput.ofWords(words, vectors.values(), shape.embedding());
        float[] states = level.forward(cellWeights, input, level.passage(layout, true));

        float[] gradient = new float[layout.places() * shape.cell().width()];
        double loss = guess(texts, layout, states, gradient);
        LevelGradients back = level.back(gradient, CellKernel.WHOLE);
        back.parameters()
                .forEach((name, values) ->
                        parameters.get(LanguageModelShape.cellName(name)).add(0, values, 0, 1));
        for (int i = 0; i < words.ids().length; i++) {
            vectors.add(words.ids()[i], back.rows(), i * shape.embedding(), 1);
        }
        return loss;
    }

    Parameter parameter(String name) {
        return parameters.get(name);
    }

    private double guess(int[][] texts, SequenceLayout layout, float[] states, float[] gradient) {
        Candidates candidates = sampler.draw(steps);
        int width = shape.cell().width();
        int units = shape.cell().units();
        double loss = 0;
        for (int cell = 0; cell < shape.cell().direction().cells(); cell++) {
            int[] targets = NextWords.of(texts, layout, shape.cell().direction().reversed(cell));
            long count = IntStream.of(targets).filter(target -> target >= 0).count();
            if (count > 0) {
                loss += softmax.guess(
                                new Matrix(states, cell * units, layout.places(), units, width, 1),
                                targets,
                                candidates,
                                head(cell),
                                new Matrix(gradient, cell * units, layout.places(), units, width, 1),
                                1f / count)
                        / count;
            }
        }
        return loss / shape.cell().direction().cells();
    }

    private Head head(int cell) {
        return new Head(
                parameters.get(LanguageModelShape.projection(cell)),
                parameters.get(LanguageModelShape.VECTORS),
                parameters.get(LanguageModelShape.BIAS));
    }

    /** Moves all by what was added, clipped. */
    void step(double rate) {
        double squares = 0;
        for (Parameter parameter : parameters.values()) {
            squares += parameter.gradientSquares();
        }
        double norm = Math.sqrt(squares);
        if (!Double.isFinite(norm)) {
            throw new ArithmeticException("the gradient's norm is " + norm + "; no weight was changed");
        }
        steps++;
        double share = norm > clipNorm ? clipNorm / norm : 1;
        parameters.values().forEach(parameter -> parameter.step(rate, steps, share, workers));
    }
}
