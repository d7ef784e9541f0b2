package tritone.pretraining;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tritone.kernel.Arithmetic;
import tritone.kernel.Matrix;
import tritone.kernel.PackedMatrix;
import tritone.kernel.SequenceLayout;
import tritone.kernel.Workers;
import tritone.network.LanguageModelShape;
import tritone.network.Level;
import tritone.network.LevelInput;
import tritone.network.Words;

/** How well a language model guesses text that it has not learnt from, by the softmax over all words. */
final class Perplexity {
    /** Places whose guesses are worked out at a time. */
    private static final int BLOCK = 32;

    private static final int BATCH = 32;

    private final LanguageModelShape shape;
    private final Map<String, float[]> weights;
    private final Arithmetic arithmetic = Arithmetic.fastest();
    private final Workers workers;
    private final PackedMatrix vectors;

    Perplexity(LanguageModelShape shape, Map<String, float[]> weights, Workers workers) {
        this.shape = shape;
        this.weights = weights;
        this.workers = workers;
        Matrix byId = Matrix.of(weights.get(LanguageModelShape.VECTORS), 0, shape.vocabulary(), shape.embedding());
        vectors = arithmetic.pack(byId.transposed());
    }

    /** The power of e by the mean loss of a guess, over both directions if there are two; NaN without a guess. */
    double of(List<int[]> texts) {
        Level level = new Level(shape.level(), arithmetic, workers);
        Map<String, float[]> cell = shape.cellWeights(weights);
        double loss = 0;
        long count = 0;
        for (int first = 0; first < texts.size(); first += BATCH) {
            int[][] batch =
                    texts.subList(first, Math.min(texts.size(), first + BATCH)).toArray(int[][]::new);
            Words words = Words.of(batch, shape.vocabulary());
            SequenceLayout layout = words.layout();
            LevelInput input = LevelInput.ofWords(words, weights.get(LanguageModelShape.VECTORS), shape.embedding());
            float[] states = level.forward(cell, input, level.passage(layout, false));
            for (int direction = 0; direction < shape.cell().direction().cells(); direction++) {
                int[] targets =
                        NextWords.of(batch, layout, shape.cell().direction().reversed(direction));
                loss += loss(direction, states, targets);
                count += Arrays.stream(targets).filter(target -> target >= 0).count();
            }
        }
        return Math.exp(loss / count);
    }

    private double loss(int direction, float[] states, int[] targets) {
        int units = shape.cell().units();
        int width = shape.cell().width();
        float[] projection = weights.get(LanguageModelShape.projection(direction));
        PackedMatrix packed = arithmetic.pack(Matrix.of(projection, 0, units, shape.embedding()));
        Matrix all = new Matrix(states, direction * units, targets.length, units, width, 1);
        double[] losses = new double[(targets.length + BLOCK - 1) / BLOCK];
        workers.run(losses.length, block -> {
            int first = block * BLOCK;
            int size = Math.min(BLOCK, targets.length - first);
            losses[block] = loss(all.rows(first, size), packed, Arrays.copyOfRange(targets, first, first + size));
        });
        return Arrays.stream(losses).sum();
    }

    private double loss(Matrix states, PackedMatrix projection, int[] targets) {
        int ids = shape.vocabulary();
        float[] projected = new float[targets.length * shape.embedding()];
        Matrix block = Matrix.of(projected, 0, targets.length, shape.embedding());
        arithmetic.addProduct(states, projection, block);
        float[] logits = new float[targets.length * ids];
        for (int row = 0; row < targets.length; row++) {
            System.arraycopy(weights.get(LanguageModelShape.BIAS), 0, logits, row * ids, ids);
        }
        arithmetic.addProduct(block, vectors, Matrix.of(logits, 0, targets.length, ids));
        double loss = 0;
        for (int row = 0; row < targets.length; row++) {
            loss += targets[row] < 0 ? 0 : loss(logits, row * ids, targets[row]);
        }
        return loss;
    }

    private double loss(float[] logits, int at, int target) {
        int end = at + shape.vocabulary();
        float own = logits[at + target];
        float highest = own;
        for (int i = at; i < end; i++) {
            highest = Math.max(highest, logits[i]);
        }
        for (int i = at; i < end; i++) {
            logits[i] -= highest;
        }
        arithmetic.expInPlace(logits, at, end - at);
        double sum = 0;
        for (int i = at; i < end; i++) {
            sum += logits[i];
        }
        return StrictMath.log(sum) + highest - own;
    }
}
