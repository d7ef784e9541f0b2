package tritone.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tritone.baseline.LinearModel;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.network.Network;
import tritone.network.NetworkSpec;
import tritone.network.ParameterShape;
import tritone.tensors.Precision;
import tritone.tensors.Rows;
import tritone.tensors.Tensor;
import tritone.tensors.TensorType;
import tritone.vocabulary.Vocabulary;

/** Weights between the plain arrays that are computed with and the named ones on disk. */
public final class Weights {
    private static final String WORDS = "words";
    private static final String PAIRS = "pairs";
    private static final String PAIR_WEIGHTS = "pair_weights";
    private static final String BIAS = "bias";

    private Weights() {}

    /** A network's weights for disk, in the order of its parameters. */
    public static Map<String, Tensor> of(NetworkSpec spec, Map<String, float[]> weights) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (ParameterShape shape : spec.parameters()) {
            tensors.put(shape.name(), Tensor.ofFloats(weights.get(shape.name()), dimensions(shape)));
        }
        return tensors;
    }

    /** A linear classifier's weights for disk. */
    public static Map<String, Tensor> of(LinearModel linear) {
        int outputs = linear.bias().length;
        long[] pairs = linear.pairs();
        int[] words = new int[2 * pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            words[2 * i] = (int) (pairs[i] >>> Integer.SIZE);
            words[2 * i + 1] = (int) pairs[i];
        }
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(WORDS, Tensor.ofFloats(linear.words(), outputs, linear.vocabulary()));
        tensors.put(PAIRS, Tensor.ofInts(words, pairs.length, 2));
        tensors.put(PAIR_WEIGHTS, Tensor.ofFloats(linear.pairWeights(), outputs, pairs.length));
        tensors.put(BIAS, Tensor.ofFloats(linear.bias(), outputs));
        return tensors;
    }

    /** Vectors have one dimension. */
    private static int[] dimensions(ParameterShape shape) {
        return shape.rows() == 1 ? new int[] {shape.columns()} : new int[] {shape.rows(), shape.columns()};
    }

    /**
     * The plain arrays of a network.
     *
     * @throws IllegalArgumentException if one is missing or not what the network needs
     */
    static Map<String, float[]> plain(NetworkSpec spec, Map<String, Tensor> tensors) {
        // A level has at least one weight: what claims more levels is not worth looking at one by one.
        if (spec.levels() > tensors.size()) {
            throw new IllegalArgumentException(
                    "expected weights of " + spec.levels() + " levels but found " + tensors.size() + " arrays");
        }
        Map<String, float[]> plain = new HashMap<>();
        for (ParameterShape shape : spec.parameters()) {
            Tensor tensor = Rows.tensor(tensors, shape.name(), dimensions(shape));
            plain.put(shape.name(), Rows.floats(shape.name(), tensor, tensors));
        }
        return plain;
    }

    /** After the network has looked at its weights: what is wrong with one of them says more. */
    private static Network checkedCount(Network network, Map<String, Tensor> tensors) {
        int known = 0;
        for (ParameterShape shape : network.spec().parameters()) {
            known += tensors.get(shape.name()).type() == TensorType.I8 ? 2 : 1;
        }
        checkCount(known, tensors);
        return network;
    }

    /**
     * The linear classifier.
     *
     * @throws IllegalArgumentException if an array is missing or not what it needs
     */
    static LinearModel linear(Map<String, Tensor> tensors, int vocabulary, int classes) {
        int outputs = classes == 2 ? 1 : classes;
        int count = tensors.containsKey(PAIRS) ? tensors.get(PAIRS).shape().get(0) : 0;
        Tensor words = Rows.tensor(tensors, WORDS, outputs, vocabulary);
        Tensor pairWeights = Rows.tensor(tensors, PAIR_WEIGHTS, outputs, count);
        int[] numbers = Rows.ints(PAIRS, Rows.tensor(tensors, PAIRS, count, 2));
        long[] pairs = new long[count];
        for (int i = 0; i < count; i++) {
            pairs[i] = (long) numbers[2 * i] << Integer.SIZE | numbers[2 * i + 1] & 0xffffffffL;
        }
        int known = 4;
        known += words.type() == TensorType.I8 ? 1 : 0;
        known += pairWeights.type() == TensorType.I8 ? 1 : 0;
        checkCount(known, tensors);
        return LinearModel.of(
                vocabulary,
                classes,
                Rows.floats(WORDS, words, tensors),
                pairs,
                Rows.floats(PAIR_WEIGHTS, pairWeights, tensors),
                Rows.fractions(BIAS, Rows.tensor(tensors, BIAS, outputs)));
    }

    /**
     * What computes with these weights.
     *
     * @throws IllegalArgumentException if one is missing or not what the architecture needs
     */
    static OpenModel open(
            Architecture architecture,
            Vocabulary vocabulary,
            Map<String, Tensor> tensors,
            Arithmetic arithmetic,
            Workers workers) {
        Optional<Network> network = architecture
                .network()
                .map(spec -> checkedCount(new Network(spec, plain(spec, tensors), arithmetic, workers), tensors))
                .map(plain -> plain.at(architecture.temperature()));
        Optional<LinearModel> linear = network.isPresent()
                ? Optional.empty()
                : Optional.of(
                        linear(tensors, vocabulary.size(), architecture.labels().size())
                                .at(architecture.temperature()));
        return new OpenModel(architecture, vocabulary, network, linear);
    }

    private static void checkCount(int known, Map<String, Tensor> tensors) {
        if (known != tensors.size()) {
            throw new IllegalArgumentException("expected " + known + " arrays but found " + tensors.size());
        }
    }

    /** The same weights with matrices in another precision; vectors, which are small, stay as they are. */
    static Map<String, Tensor> in(Precision precision, Map<String, Tensor> tensors) {
        Map<String, Tensor> converted = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            if (Rows.isMatrix(name, tensor)) {
                Rows.put(converted, name, tensor.shape(), Rows.floats(name, tensor, tensors), precision);
            } else if (!Rows.isScale(name)) {
                converted.put(name, tensor);
            }
        });
        return converted;
    }

    /** The coarsest that a matrix has. */
    static Precision precision(Map<String, Tensor> tensors) {
        Precision coarsest = Precision.FLOAT32;
        for (Tensor tensor : tensors.values()) {
            if (tensor.type() == TensorType.I8) {
                return Precision.INT8;
            }
            coarsest = tensor.type() == TensorType.F16 ? Precision.FLOAT16 : coarsest;
        }
        return coarsest;
    }
}
