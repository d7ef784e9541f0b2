package tritone.pretraining;

import java.util.Arrays;
import tritone.kernel.Arithmetic;
import tritone.kernel.Matrix;
import tritone.kernel.PackedMatrix;
import tritone.kernel.TransposedProduct;
import tritone.kernel.Workers;

/**
 * The loss of guessing words from states, and its gradient. The sum over all words below the softmax is estimated from
 * candidates, each weighed by the inverse of its probability to be one, and the word itself (Bengio and Senécal, 2008). It
 * keeps arrays for the next batch, so it serves one batch at a time; its threads change no bit.
 */
final class SampledSoftmax {
    /** Rows that are worked on at a time. */
    private static final int BLOCK = 128;

    /** No more parts than this sum up gradients of their own. */
    private static final int PARTS = 8;

    /** Of a candidate that is the wanted word itself. */
    private static final float NOT_ITSELF = -1e30f;

    private final int units;
    private final int width;
    private final Arithmetic arithmetic;
    private final Workers workers;
    private final Part[] parts = new Part[PARTS];
    private final int[] columnOf; // [id] among the candidates, or -1
    private float[] projected = {}; // [rows][width]
    private float[] ownGradient = {}; // [rows] of the wanted word's logit

    // Of the batch.
    private Matrix states;
    private Matrix stateGradient;
    private int[] targets;
    private float scale;
    private Head head;
    private Candidates candidates;
    private float[] shifts; // [candidate] added to its product
    private PackedMatrix projection;
    private PackedMatrix backProjection;
    private PackedMatrix columns; // candidates' vectors as columns
    private PackedMatrix rows;

    SampledSoftmax(int units, int width, int vocabulary, Arithmetic arithmetic, Workers workers) {
        this.units = units;
        this.width = width;
        this.arithmetic = arithmetic;
        this.workers = workers;
        columnOf = new int[vocabulary];
        Arrays.fill(columnOf, -1);
        Arrays.setAll(parts, i -> new Part());
    }

    /**
     * Adds the gradient to the head's parameters and to {@code stateGradient}.
     *
     * @param states {@code [rows][units]}
     * @param targets the wanted word of each row; below 0 for none
     * @param scale of the gradient: what a word counts
     * @return the sum of the losses
     */
    double guess(Matrix states, int[] targets, Candidates candidates, Head head, Matrix stateGradient, float scale) {
        this.states = states;
        this.stateGradient = stateGradient;
        this.targets = targets;
        this.scale = scale;
        this.head = head;
        prepare(candidates);
        int count = states.rows();
        int size = (count + PARTS * BLOCK - 1) / (PARTS * BLOCK) * BLOCK;
        int used = size == 0 ? 0 : (count + size - 1) / size;
        workers.run(used, part -> parts[part].run(part * size, Math.min(count, (part + 1) * size)));
        double loss = 0;
        for (int part = 0; part < used; part++) {
            parts[part].addTo(head);
            loss += parts[part].loss;
        }
        addOwn();
        for (int id : candidates.ids()) {
            columnOf[id] = -1;
        }
        return loss;
    }

    private void prepare(Candidates drawn) {
        candidates = drawn;
        if (ownGradient.length < states.rows()) {
            projected = new float[states.rows() * width];
            ownGradient = new float[states.rows()];
        }
        float[] vectors = new float[drawn.size() * width];
        shifts = new float[drawn.size()];
        for (int i = 0; i < drawn.size(); i++) {
            int id = drawn.ids()[i];
            System.arraycopy(head.vectors().values(), id * width, vectors, i * width, width);
            shifts[i] = head.bias().values()[id] - drawn.logShares()[i];
            columnOf[id] = i;
        }
        Matrix byCandidate = Matrix.of(vectors, 0, drawn.size(), width);
        Matrix weights = Matrix.of(head.projection().values(), 0, units, width);
        columns = arithmetic.pack(byCandidate.transposed(), columns);
        rows = arithmetic.pack(byCandidate, rows);
        projection = arithmetic.pack(weights, projection);
        backProjection = arithmetic.pack(weights.transposed(), backProjection);
    }

    private void addOwn() {
        for (int row = 0; row < states.rows(); row++) {
            if (targets[row] >= 0) {
                head.vectors().add(targets[row], projected, row * width, ownGradient[row]);
                head.bias().add(targets[row], ownGradient, row, 1);
            }
        }
    }

    /** Some rows, in one thread. */
    private final class Part {
        private final TransposedProduct vectorProduct = new TransposedProduct(arithmetic);
        private final TransposedProduct projectionProduct = new TransposedProduct(arithmetic);
        private final float[] back = new float[BLOCK * width];
        private final float[] projectionGradient = new float[units * width];
        private float[] logits = {}; // [BLOCK][candidates]
        private float[] vectorGradient = {}; // [candidates][width]
        private float[] biasGradient = {}; // [candidates]
        private double loss;

        void run(int from, int to) {
            int size = candidates.size();
            if (biasGradient.length < size) {
                logits = new float[BLOCK * size];
                vectorGradient = new float[size * width];
                biasGradient = new float[size];
            }
            Arrays.fill(vectorGradient, 0);
            Arrays.fill(biasGradient, 0);
            Arrays.fill(projectionGradient, 0);
            loss = 0;
            for (int first = from; first < to; first += BLOCK) {
                runBlock(first, Math.min(BLOCK, to - first));
            }
        }

        private void runBlock(int first, int size) {
            int count = candidates.size();
            Matrix block = Matrix.of(projected, first * width, size, width);
            Arrays.fill(projected, first * width, (first + size) * width, 0);
            arithmetic.addProduct(states.rows(first, size), projection, block);
            Matrix guesses = Matrix.of(logits, 0, size, count);
            for (int row = 0; row < size; row++) {
                System.arraycopy(shifts, 0, logits, row * count, count);
            }
            arithmetic.addProduct(block, columns, guesses);
            for (int row = 0; row < size; row++) {
                guess(first + row, row);
            }
            Matrix gradient = Matrix.of(back, 0, size, width);
            arithmetic.addProduct(guesses, rows, gradient);
            vectorProduct.add(guesses, block, Matrix.of(vectorGradient, 0, count, width));
            arithmetic.addProduct(gradient, backProjection, stateGradient.rows(first, size));
            projectionProduct.add(states.rows(first, size), gradient, Matrix.of(projectionGradient, 0, units, width));
        }

        /** Replaces a row of logits by their gradient, and lets the way back begin with the wanted word's. */
        private void guess(int row, int inBlock) {
            int count = candidates.size();
            int at = inBlock * count;
            int target = targets[row];
            if (target < 0) {
                Arrays.fill(logits, at, at + count, 0);
                Arrays.fill(back, inBlock * width, (inBlock + 1) * width, 0);
                return;
            }
            if (columnOf[target] >= 0) {
                logits[at + columnOf[target]] = NOT_ITSELF;
            }
            float own = (float) ownLogit(row, target);
            float highest = Math.max(own, highest(at, count));
            for (int i = at; i < at + count; i++) {
                logits[i] -= highest;
            }
            arithmetic.expInPlace(logits, at, count);
            double ownPower = StrictMath.exp(own - highest);
            double sum = ownPower + sum(at, count);
            loss += StrictMath.log(sum) + highest - own;
            float factor = (float) (scale / sum);
            for (int i = 0; i < count; i++) {
                logits[at + i] *= factor;
                biasGradient[i] += logits[at + i];
            }
            ownGradient[row] = (float) (scale * (ownPower / sum - 1));
            for (int i = 0; i < width; i++) {
                back[inBlock * width + i] = ownGradient[row] * head.vectors().values()[target * width + i];
            }
        }

        private double ownLogit(int row, int target) {
            double sum = head.bias().values()[target];
            for (int i = 0; i < width; i++) {
                sum += (double) projected[row * width + i] * head.vectors().values()[target * width + i];
            }
            return sum;
        }

        private float highest(int at, int count) {
            float highest = Float.NEGATIVE_INFINITY;
            for (int i = at; i < at + count; i++) {
                highest = logits[i] > highest ? logits[i] : highest;
            }
            return highest;
        }

        private double sum(int at, int count) {
            double even = 0;
            double odd = 0;
            int i = at;
            for (; i + 1 < at + count; i += 2) {
                even += logits[i];
                odd += logits[i + 1];
            }
            return even + odd + (i < at + count ? logits[i] : 0);
        }

        void addTo(Head head) {
            for (int i = 0; i < candidates.size(); i++) {
                head.vectors().add(candidates.ids()[i], vectorGradient, i * width, 1);
                head.bias().add(candidates.ids()[i], biasGradient, i, 1);
            }
            head.projection().add(0, projectionGradient, 0, 1);
        }
    }
}
