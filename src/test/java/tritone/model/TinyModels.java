package tritone.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tritone.baseline.LinearModel;
import tritone.encoding.Truncation;
import tritone.evaluation.Evaluation;
import tritone.evaluation.Slices;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellVariant;
import tritone.kernel.Workers;
import tritone.network.CellKind;
import tritone.network.CellSpec;
import tritone.network.Direction;
import tritone.network.LevelShape;
import tritone.network.NetworkSpec;
import tritone.network.Normalisation;
import tritone.network.ParameterShape;
import tritone.network.Readout;
import tritone.tensors.Tensor;
import tritone.text.Chain;
import tritone.vocabulary.TokenCounts;
import tritone.vocabulary.Vocabulary;

/** Models of random weights, so small that thousands of their files can be spoilt. */
public final class TinyModels {
    static final int EMBEDDING = 3;
    static final int UNITS = 2;

    private static final List<String> WORDS = List.of("the", "film", "was", "dull", "lovely", "möwe", "\ud83c\udfac");

    private TinyModels() {}

    /** A model of this kind; its cell is the usual one, read forward at its last state. */
    public static Model of(CellKind kind, int classes) {
        return kind == CellKind.LINEAR ? linear(classes) : of(kind, spec(kind, classes));
    }

    /** Whose states can grow without end. */
    public static Model relu() {
        CellSpec cell = new CellSpec(CellVariant.SIMPLE_RNN_RELU, UNITS, Direction.FORWARD, Normalisation.NONE);
        int ids = vocabulary().size();
        return of(CellKind.SIMPLE_RNN, new NetworkSpec(ids, EMBEDDING, cell, 1, Readout.LAST, 2));
    }

    static NetworkSpec spec(CellKind kind, int classes) {
        int ids = vocabulary().size();
        return kind == CellKind.BAG
                ? NetworkSpec.bag(ids, EMBEDDING, classes)
                : new NetworkSpec(
                        ids,
                        EMBEDDING,
                        new CellSpec(kind.variant(), UNITS, Direction.FORWARD, Normalisation.NONE),
                        1,
                        Readout.LAST,
                        classes);
    }

    /** A network with every weight there can be: two levels, both ways, peepholes, running averages, a query. */
    static Model rich() {
        CellSpec cell = new CellSpec(CellVariant.LSTM_PEEPHOLE, UNITS, Direction.BOTH, Normalisation.BATCH);
        return of(CellKind.LSTM, new NetworkSpec(vocabulary().size(), EMBEDDING, cell, 2, Readout.ATTENTION, 3));
    }

    static Model of(CellKind kind, NetworkSpec spec) {
        return model(kind, spec.classes(), Optional.of(spec), Weights.of(spec, random(spec, 7)));
    }

    /** Normally distributed; what must be positive is. */
    static Map<String, float[]> random(NetworkSpec spec, long seed) {
        Random random = new Random(seed);
        Map<String, float[]> weights = new HashMap<>();
        for (ParameterShape shape : spec.parameters()) {
            float[] values = gaussian(random, shape.length());
            for (int i = 0; i < values.length && shape.name().endsWith(LevelShape.VARIANCE); i++) {
                values[i] = Math.abs(values[i]);
            }
            weights.put(shape.name(), values);
        }
        return weights;
    }

    private static float[] gaussian(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (0.7 * random.nextGaussian());
        }
        return values;
    }

    static LinearModel linearWeights(int classes) {
        Random random = new Random(11);
        int outputs = classes == 2 ? 1 : classes;
        int ids = vocabulary().size();
        long[] pairs = {2L << 32 | 3, 3L << 32 | 4, 5L << 32 | 2, (long) ids << 32 | 4}; // the last is 2 3 4
        return LinearModel.of(
                ids,
                classes,
                gaussian(random, outputs * ids),
                pairs,
                gaussian(random, outputs * pairs.length),
                gaussian(random, outputs));
    }

    private static Model linear(int classes) {
        return model(CellKind.LINEAR, classes, Optional.empty(), Weights.of(linearWeights(classes)));
    }

    private static Model model(CellKind kind, int classes, Optional<NetworkSpec> spec, Map<String, Tensor> weights) {
        List<String> labels = classes == 2
                ? List.of("neg", "pos")
                : IntStream.rangeClosed(1, classes).mapToObj(i -> i + " stars").toList();
        Architecture architecture = new Architecture(kind, labels, new Truncation(Truncation.Keep.TAIL, 40), spec, 1);
        return new Model(architecture, training(classes), provenance(), vocabulary(), weights);
    }

    static Vocabulary vocabulary() {
        TokenCounts counts = new TokenCounts();
        for (int i = 0; i < WORDS.size(); i++) {
            char[] word = WORDS.get(i).toCharArray();
            for (int times = 0; times < 10 - i; times++) {
                counts.add(word, word.length);
            }
        }
        return Vocabulary.of(Chain.DEFAULT, counts, 100, 1);
    }

    static Training training(int classes) {
        Map<String, String> plan = new LinkedHashMap<>();
        plan.put("corpus", "films.tsv");
        plan.put("cell", "lstm");
        int[] truth = IntStream.range(0, 4 * classes).map(i -> i % classes).toArray();
        float[] probabilities = new float[truth.length * classes];
        for (int review = 0; review < truth.length; review++) {
            // A quarter is taken for the class after its own.
            int predicted = (truth[review] + (review < classes ? 1 : 0)) % classes;
            for (int label = 0; label < classes; label++) {
                probabilities[review * classes + label] = label == predicted ? 0.75f : 0.25f / (classes - 1);
            }
        }
        boolean[] right = new boolean[truth.length];
        Arrays.fill(right, classes, right.length, true);
        double[] ratings = IntStream.range(0, truth.length)
                .mapToDouble(i -> 1 + i / classes)
                .toArray();
        int[] lengths = IntStream.range(0, truth.length).map(i -> 60 * i).toArray();
        Slices slices = Slices.of(right, lengths, ratings);
        Evaluation validation = Evaluation.of(truth, probabilities, classes);
        EpochRecord.EpochFigures figures = new EpochRecord.EpochFigures(0.75, 0.7, 0.8, 0.5625, 0.2);
        List<EpochRecord> epochs = List.of(
                new EpochRecord(1, 12, 0.001, 0.693125, 1.5, Optional.empty()),
                new EpochRecord(2, 24, 0.0005, 0.40625, 3, Optional.of(figures)));
        return new Training(
                plan,
                24_000,
                truth.length,
                epochs,
                2,
                Optional.of(validation),
                Optional.of(new Uncalibrated(0.8125, 0.0625)),
                slices);
    }

    static Provenance provenance() {
        return new Provenance(
                new Software("0.1", Map.of("nd4j", "1.0", "lucene", "9.12")),
                new Machine("A VM 17", "An OS", "A processor", 2),
                List.of(
                        new CorpusSource("films.tsv", "training", "ab".repeat(32)),
                        new CorpusSource("groups.tsv", "groups", "cd".repeat(32)),
                        new CorpusSource("teacher", "teacher", "ef".repeat(32))),
                "2026-01-31",
                61.4,
                2,
                "tritone train films.tsv --cell lstm");
    }

    /** The same at another temperature. */
    public static Model at(double temperature, Model model) {
        Architecture plain = model.architecture();
        Architecture architecture =
                new Architecture(plain.cell(), plain.labels(), plain.truncation(), plain.network(), temperature);
        return new Model(architecture, model.training(), model.provenance(), model.vocabulary(), model.weights());
    }

    /** The same without figures, so that there is less of it to spoil. */
    static Model plain(Model model) {
        Training training = new Training(
                Map.of("cell", "lstm"), 12, 0, List.of(), 0, Optional.empty(), Optional.empty(), Slices.NONE);
        return new Model(model.architecture(), training, model.provenance(), model.vocabulary(), model.weights());
    }

    /** Reviews of all lengths up to some, an empty one and repeated words among them. */
    static int[][] reviews(int ids) {
        Random random = new Random(3);
        IntStream phrases = IntStream.of(5, 2, 3, 4, 3, 4);
        return Stream.concat(IntStream.range(0, 9).mapToObj(length -> random.ints(length, 0, ids)), Stream.of(phrases))
                .map(IntStream::toArray)
                .toArray(int[][]::new);
    }

    static float[] probabilities(Model model) {
        return model.open(Arithmetic.SCALAR, Workers.NONE)
                .probabilities(reviews(model.vocabulary().size()));
    }
}
