package tritone.pretraining;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import tritone.kernel.Arithmetic;
import tritone.kernel.SequenceLayout;
import tritone.kernel.Workers;
import tritone.network.LanguageModelShape;
import tritone.network.Level;
import tritone.network.LevelShape;
import tritone.network.Passage;
import tritone.reference.ReferenceLevel;

/** A language model in double precision, whose guesses are looked up in the texts themselves. */
final class ReferenceModel {
    private final LanguageModelShape shape;
    final Map<String, double[]> weights = new HashMap<>();

    /** The losses of all guesses in a direction. */
    record Losses(double sum, int count) {}

    ReferenceModel(LanguageModelShape shape, Map<String, float[]> weights) {
        this.shape = shape;
        weights.forEach((name, values) -> this.weights.put(name, ReferenceGuess.doubles(values)));
    }

    Losses losses(int direction, int[][] texts, Candidates candidates) {
        double sum = 0;
        int count = 0;
        ReferenceGuess guess = new ReferenceGuess(
                weights.get(LanguageModelShape.projection(direction)),
                weights.get(LanguageModelShape.VECTORS),
                weights.get(LanguageModelShape.BIAS),
                shape.embedding(),
                candidates);
        int units = shape.cell().units();
        boolean backward = shape.cell().direction().reversed(direction);
        for (int[] text : texts) {
            double[] states = states(text);
            for (int at = 0; at < text.length; at++) {
                int next = backward ? at - 1 : at + 1;
                if (next >= 0 && next < text.length) {
                    int from = at * shape.cell().width() + direction * units;
                    sum += guess.loss(Arrays.copyOfRange(states, from, from + units), text[next]);
                    count++;
                }
            }
        }
        return new Losses(sum, count);
    }

    /** What is learnt by: the sum over directions of the mean loss of a guess. */
    double loss(int[][] texts, Candidates candidates) {
        double loss = 0;
        for (int direction = 0; direction < shape.cell().direction().cells(); direction++) {
            Losses losses = losses(direction, texts, candidates);
            loss += losses.count() == 0 ? 0 : losses.sum() / losses.count();
        }
        return loss;
    }

    double perplexity(int[][] texts) {
        Candidates all =
                new Candidates(IntStream.range(0, shape.vocabulary()).toArray(), new float[shape.vocabulary()]);
        double sum = 0;
        int count = 0;
        for (int direction = 0; direction < shape.cell().direction().cells(); direction++) {
            Losses losses = losses(direction, texts, all);
            sum += losses.sum();
            count += losses.count();
        }
        return Math.exp(sum / count);
    }

    /** Of one text, {@code [step][width]}. */
    private double[] states(int[] text) {
        LevelShape level = shape.level();
        Map<String, double[]> own = new HashMap<>();
        level.parameters()
                .forEach(parameter ->
                        own.put(parameter.name(), weights.get(LanguageModelShape.cellName(parameter.name()))));
        int size = shape.embedding();
        double[] rows = new double[text.length * size];
        for (int at = 0; at < text.length; at++) {
            System.arraycopy(weights.get(LanguageModelShape.VECTORS), text[at] * size, rows, at * size, size);
        }
        SequenceLayout layout = SequenceLayout.of(new int[] {text.length});
        int[] rowOf = IntStream.range(0, text.length).toArray();
        Passage passage = new Level(level, Arithmetic.SCALAR, Workers.NONE).passage(layout, true);
        return new ReferenceLevel(level).forward(own, layout, rows, rowOf, passage, Integer.MAX_VALUE);
    }
}
