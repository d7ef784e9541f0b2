package tritone.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tritone.kernel.Arithmetic;
import tritone.kernel.SequenceLayout;
import tritone.kernel.Workers;

/**
 * What a network says while it reads: the probabilities of every beginning of a review, with the bits that {@link
 * Network#probabilities} gives them. One that only reads forward passes over the review once; any other reads each
 * beginning anew. It keeps arrays for the next review, so it serves one thread at a time.
 */
public final class PrefixReader {
    /** No more places at a time, if no single beginning has more. */
    private static final int PLACES = 20_000;

    private final NetworkSpec spec;
    private final Map<String, float[]> weights;
    private final Arithmetic arithmetic;
    private final Workers workers;
    private final Network network;
    private final LevelStack levels;
    private final DenseOutput output;

    /** The weights by the names of {@link NetworkSpec#parameters()}; they must not change while the reader is in use. */
    public PrefixReader(
            NetworkSpec spec,
            Map<String, float[]> weights,
            double temperature,
            Arithmetic arithmetic,
            Workers workers) {
        this.spec = spec;
        this.weights = weights;
        this.arithmetic = arithmetic;
        this.workers = workers;
        network = new Network(spec, weights, arithmetic, workers).at(temperature);
        levels = new LevelStack(shapesOfStates(), weights, arithmetic, workers);
        output = new DenseOutput(spec, weights, temperature);
    }

    private List<LevelShape> shapesOfStates() {
        List<LevelShape> shapes = new ArrayList<>();
        for (int i = 0; i < spec.levels(); i++) {
            shapes.add(new LevelShape(spec.level(i).inputs(), spec.level(i).cell(), Readout.STATES));
        }
        return shapes;
    }

    /**
     * The probability of each class after 1, 2, ... and all ids, {@code [ids][classes]}.
     *
     * @throws ArithmeticException if states grow beyond all numbers, as those of a ReLU can
     */
    public float[] probabilities(int[] ids) {
        return spec.cell().direction() == Direction.FORWARD ? inOnePass(ids) : eachAnew(ids);
    }

    private float[] inOnePass(int[] ids) {
        Words words = Words.of(new int[][] {ids}, spec.vocabulary());
        float[] rows = words.vectors(weights.get(NetworkSpec.name(0, NetworkSpec.EMBEDDING)), spec.embedding());
        LevelInput input = new LevelInput(words.layout(), rows, words.ids().length, words.rowOf());
        float[] states = levels.forward(input, false);
        LevelShape top = spec.level(spec.levels() - 1);
        float[] query = weights.get(NetworkSpec.name(spec.levels() - 1, LevelShape.QUERY));
        float[] probabilities = new float[ids.length * spec.classes()];
        workers.run(ids.length, last -> {
            Reading reading = Reading.of(top, SequenceLayout.of(new int[] {last + 1}), states, query);
            double[] sums = output.sums(reading.features(arithmetic), 0);
            DenseOutput.probabilities(sums, probabilities, last * spec.classes());
        });
        return probabilities;
    }

    private float[] eachAnew(int[] ids) {
        float[] probabilities = new float[ids.length * spec.classes()];
        List<int[]> batch = new ArrayList<>();
        int places = 0;
        for (int length = 1; length <= ids.length; length++) {
            batch.add(Arrays.copyOf(ids, length));
            places += length;
            if (length == ids.length || places + length + 1 > PLACES) {
                float[] some = network.probabilities(batch.toArray(int[][]::new));
                System.arraycopy(some, 0, probabilities, length * spec.classes() - some.length, some.length);
                batch.clear();
                places = 0;
            }
        }
        return probabilities;
    }
}
