package tritone.layers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import tritone.kernel.CellVariant;
import tritone.network.LevelShape;
import tritone.network.NetworkSpec;
import tritone.network.ParameterShape;

/** Where a recurrent layer's parameters lie in the network's, and what they begin with. All in C order. */
final class RecurrentParameters implements ParamInitializer {
    static final String EMBEDDING = NetworkSpec.EMBEDDING;

    private static final Set<String> WEIGHTS =
            Set.of(EMBEDDING, LevelShape.INPUT, LevelShape.RECURRENT, LevelShape.PEEPHOLES, LevelShape.QUERY);
    private static final Set<String> BIASES = Set.of(LevelShape.BIAS, LevelShape.INNER_BIAS, LevelShape.SHIFT);

    /** What Keras begins an embedding with. */
    private static final IWeightInit SMALL = new WeightInitDistribution(new UniformDistribution(-0.05, 0.05));

    /** The embedding first, if there is one, then the level's. */
    static List<ParameterShape> shapes(RecurrentConf conf) {
        List<ParameterShape> shapes = new ArrayList<>();
        if (conf.readsIds()) {
            shapes.add(new ParameterShape(EMBEDDING, conf.options().vocabulary(), (int) conf.getNIn()));
        }
        shapes.addAll(conf.shape().parameters());
        return shapes;
    }

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return shapes((RecurrentConf) layer).stream()
                .mapToLong(ParameterShape::length)
                .sum();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return shapes((RecurrentConf) layer).stream().map(ParameterShape::name).toList();
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return paramKeys(layer).stream()
                .filter(key -> isWeightParam(layer, key))
                .toList();
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return paramKeys(layer).stream().filter(key -> isBiasParam(layer, key)).toList();
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return WEIGHTS.contains(plain(key));
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return BIASES.contains(plain(key));
    }

    /** Without the mark of a level's second cell. */
    private static String plain(String key) {
        String mark = LevelShape.name(1, "");
        return key.startsWith(mark) ? key.substring(mark.length()) : key;
    }

    @Override
    public Map<String, INDArray> init(NeuralNetConfiguration conf, INDArray view, boolean initialize) {
        RecurrentConf layer = (RecurrentConf) conf.getLayer();
        Map<String, INDArray> parameters = getGradientsFromFlattened(conf, view);
        for (ParameterShape shape : shapes(layer)) {
            conf.addVariable(shape.name());
            if (initialize) {
                begin(layer, shape, parameters.get(shape.name()));
            }
        }
        return parameters;
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray view) {
        if (view == null) { // of a layer that has nothing to learn
            return new LinkedHashMap<>();
        }
        INDArray flat = view.reshape(view.length());
        Map<String, INDArray> parts = new LinkedHashMap<>();
        long at = 0;
        for (ParameterShape shape : shapes((RecurrentConf) conf.getLayer())) {
            INDArray part = flat.get(NDArrayIndex.interval(at, at + shape.length()));
            parts.put(shape.name(), part.reshape('c', shape.rows(), shape.columns()));
            at += shape.length();
        }
        return parts;
    }

    private static void begin(RecurrentConf conf, ParameterShape shape, INDArray values) {
        switch (plain(shape.name())) {
            case EMBEDDING ->
                values.assign(SMALL.init(
                        shape.rows(), shape.columns(), new long[] {shape.rows(), shape.columns()}, 'c', fresh(values)));
            case LevelShape.INPUT -> beginGates(conf, values, conf.getWeightInitFn());
            case LevelShape.RECURRENT -> beginGates(conf, values, recurrentInit(conf));
            case LevelShape.PEEPHOLES, LevelShape.QUERY, LevelShape.SHIFT, LevelShape.MEAN, LevelShape.INNER_BIAS ->
                values.assign(0);
            case LevelShape.GAIN, LevelShape.VARIANCE -> values.assign(1);
            case LevelShape.BIAS -> beginBias(conf, values);
            default -> throw new AssertionError("no beginning for " + shape.name());
        }
    }

    private static INDArray fresh(INDArray values) {
        return Nd4j.create(values.dataType(), values.length());
    }

    private static IWeightInit recurrentInit(RecurrentConf conf) {
        return conf.getWeightInitFnRecurrent() != null ? conf.getWeightInitFnRecurrent() : new OrthogonalInit();
    }

    /** Each gate's matrix begins by itself: it is what one unit sums up. */
    private static void beginGates(RecurrentConf conf, INDArray values, IWeightInit init) {
        long rows = values.rows();
        long units = conf.getNOut();
        for (long gate = 0; gate < values.columns() / units; gate++) {
            INDArray part = values.get(NDArrayIndex.all(), NDArrayIndex.interval(gate * units, (gate + 1) * units));
            part.assign(init.init(
                    rows, units, new long[] {rows, units}, 'c', Nd4j.create(values.dataType(), rows * units)));
        }
    }

    private static void beginBias(RecurrentConf conf, INDArray values) {
        values.assign(conf.getBiasInit());
        CellVariant variant = conf.options().variant();
        if (variant.hasCellState()) {
            long units = conf.getNOut();
            values.get(NDArrayIndex.all(), NDArrayIndex.interval(units, 2 * units))
                    .assign(conf.options().forgetBias());
        }
    }
}
