package tritone.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellKernel;
import tritone.kernel.SequenceLayout;
import tritone.kernel.Workers;

/**
 * A network as a function of its reviews' vectors, which need not be those of any word, and the way back to them. It
 * computes what {@link Network} computes: also on the way back {@link Normalisation#BATCH} goes by its running averages, and
 * no review knows of the others. Its sums are those at its temperature. It keeps arrays for the next batch, so it serves one
 * thread at a time.
 */
public final class DifferentiableNetwork {
    private final NetworkSpec spec;
    private final Map<String, float[]> weights;
    private final boolean batchNormalised;
    private final LevelStack levels;
    private final DenseOutput output;

    private SequenceLayout layout;

    /** The weights by the names of {@link NetworkSpec#parameters()}; they must not change while the network is in use. */
    public DifferentiableNetwork(
            NetworkSpec spec,
            Map<String, float[]> weights,
            double temperature,
            Arithmetic arithmetic,
            Workers workers) {
        this.spec = spec;
        this.weights = weights;
        spec.parameters().forEach(shape -> shape.check(weights.get(shape.name())));
        batchNormalised = spec.cell().normalisation() == Normalisation.BATCH;
        levels = new LevelStack(shapes(), weights, arithmetic, workers);
        output = new DenseOutput(spec, weights, temperature);
    }

    /** In training, which a way back needs, a level would go by the averages of the batch: rows are normalised before. */
    private List<LevelShape> shapes() {
        List<LevelShape> shapes = new ArrayList<>();
        for (int i = 0; i < spec.levels(); i++) {
            LevelShape shape = spec.level(i);
            CellSpec cell = shape.cell();
            CellSpec plain = new CellSpec(cell.variant(), cell.units(), cell.direction(), Normalisation.NONE);
            shapes.add(batchNormalised ? new LevelShape(shape.inputs(), plain, shape.readout()) : shape);
        }
        return shapes;
    }

    /** The vectors of a review's ids, {@code [ids][embedding]}. */
    public float[] vectors(int[] ids) {
        Words words = Words.of(new int[][] {ids}, spec.vocabulary());
        int size = spec.embedding();
        float[] rows = words.vectors(weights.get(NetworkSpec.name(0, NetworkSpec.EMBEDDING)), size);
        float[] vectors = new float[ids.length * size];
        for (int position = 0; position < ids.length; position++) {
            System.arraycopy(rows, words.rowOf()[position] * size, vectors, position * size, size);
        }
        return vectors;
    }

    /**
     * The sums of the output layer, {@code [review][outputs]}: of two classes one, that of class 1.
     *
     * @param reviews the vectors of each, {@code [positions][embedding]}
     * @throws ArithmeticException if states grow beyond all numbers, as those of a ReLU can
     */
    public double[][] sums(float[][] reviews) {
        int size = spec.embedding();
        int[] lengths = new int[reviews.length];
        for (int review = 0; review < reviews.length; review++) {
            lengths[review] = reviews[review].length / size;
        }
        layout = SequenceLayout.of(lengths);
        float[] rows = new float[layout.places() * size];
        for (int rank = 0; rank < layout.sequences(); rank++) {
            for (int position = 0; position < layout.length(rank); position++) {
                float[] review = reviews[layout.sequence(rank)];
                System.arraycopy(review, position * size, rows, layout.place(rank, position) * size, size);
            }
        }
        float[] features = levels.forward(normalised(LevelInput.ofPlaces(layout, rows)), true);
        double[][] sums = new double[reviews.length][];
        for (int review = 0; review < sums.length; review++) {
            sums[review] = output.sums(features, layout.rank(review));
        }
        return sums;
    }

    private LevelInput normalised(LevelInput input) {
        if (!batchNormalised) {
            return input;
        }
        RowNormaliser normaliser = new RowNormaliser(
                Normalisation.BATCH,
                spec.embedding(),
                Map.of(
                        LevelShape.GAIN, lowest(LevelShape.GAIN),
                        LevelShape.SHIFT, lowest(LevelShape.SHIFT),
                        LevelShape.MEAN, lowest(LevelShape.MEAN),
                        LevelShape.VARIANCE, lowest(LevelShape.VARIANCE)));
        RowPlaces places = new RowPlaces(input.rowOf(), input.count());
        return LevelInput.ofPlaces(input.layout(), normaliser.forward(input.rows(), places, false));
    }

    private float[] lowest(String name) {
        return weights.get(NetworkSpec.name(0, name));
    }

    /**
     * The gradient of the vectors that {@link #sums} was last asked about, {@code [review][positions * embedding]}. The way
     * back can be gone once.
     *
     * @param gradient of the sums, {@code [review][outputs]}
     */
    public float[][] back(double[][] gradient) {
        float[] rows = levels.back(featureGradient(gradient), CellKernel.WHOLE);
        if (batchNormalised) {
            scale(rows);
        }
        return byReview(rows, spec.embedding());
    }

    /**
     * The gradient of the states of the highest level's first cell, each through everything that follows it, from the first
     * step that the cell reads on, {@code [review][steps * units]}. It takes the place of {@link #back}.
     *
     * @param gradient of the sums, {@code [review][outputs]}
     */
    float[][] stateGradients(double[][] gradient) {
        return byReview(
                levels.stateGradient(featureGradient(gradient)), spec.cell().units());
    }

    private float[] featureGradient(double[][] gradient) {
        double[][] byRank = new double[gradient.length][];
        for (int rank = 0; rank < byRank.length; rank++) {
            byRank[rank] = gradient[layout.sequence(rank)];
        }
        return output.back(byRank);
    }

    /** From {@code size} numbers at each place. */
    private float[][] byReview(float[] rows, int size) {
        float[][] reviews = new float[layout.sequences()][];
        for (int review = 0; review < reviews.length; review++) {
            int rank = layout.rank(review);
            reviews[review] = new float[layout.length(rank) * size];
            for (int position = 0; position < layout.length(rank); position++) {
                System.arraycopy(rows, layout.place(rank, position) * size, reviews[review], position * size, size);
            }
        }
        return reviews;
    }

    private void scale(float[] rows) {
        float[] gain = lowest(LevelShape.GAIN);
        float[] variance = lowest(LevelShape.VARIANCE);
        for (int i = 0; i < rows.length; i++) {
            int feature = i % gain.length;
            rows[i] *= (float) (gain[feature] / Math.sqrt(variance[feature] + RowNormaliser.EPSILON));
        }
    }
}
