package tritone.layers;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import tritone.network.CellSpec;
import tritone.network.LevelShape;
import tritone.network.Readout;

/**
 * Configures a {@link RecurrentLayer}: {@code nIn} numbers per step, {@code nOut} units. With a vocabulary it reads ids,
 * {@code [batch][steps]} or, as Deeplearning4j's truncated training and {@code rnnTimeStep} want it, {@code
 * [batch][1][steps]}, and {@code nIn} is the width of its embedding; without, it reads
 * vectors like the stock recurrent layers and stands beside them. It computes what its {@link RecurrentOptions} say; an
 * activation function set for all layers does not change its cells.
 */
public final class RecurrentConf extends BaseRecurrentLayer {
    private static final long serialVersionUID = 1;

    @JsonProperty("options")
    @SuppressWarnings("serial") // what it holds is written as JSON only
    private RecurrentOptions options;

    /** For reading configurations. */
    RecurrentConf() {}

    private RecurrentConf(Builder builder) {
        super(builder);
        options = builder.options;
        checkDropouts();
    }

    /** Also where a dropout of activations was set for all layers, which happens after the builder. */
    private void checkDropouts() {
        if (!readsIds() && options.dropouts().word() > 0) {
            throw new IllegalArgumentException("words can be dropped only where the layer reads ids");
        }
        if (readsIds() && getIDropout() != null) {
            throw new IllegalArgumentException(
                    "ids cannot be dropped like activations; use the dropouts of RecurrentOptions");
        }
    }

    public RecurrentOptions options() {
        return options;
    }

    /** The level that the layer is. */
    public LevelShape shape() {
        CellSpec cell = new CellSpec(
                options.variant(), Math.toIntExact(getNOut()), options.direction(), options.normalisation());
        return new LevelShape(Math.toIntExact(getNIn()), cell, options.readout());
    }

    boolean readsIds() {
        return options.vocabulary() > 0;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType type) {
        LayerValidation.assertNInNOutSet("Recurrent", getLayerName(), index, getNIn(), getNOut());
        checkDropouts();
        RecurrentLayer<?> layer = new RecurrentLayer<>(conf, Precision.of(type));
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(initializer().init(conf, parameters, initialize));
        layer.setConf(conf);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return new RecurrentParameters();
    }

    @Override
    public InputType getOutputType(int index, InputType input) {
        if (options.readout() != Readout.STATES) {
            return InputType.feedForward(shape().features());
        }
        long steps = input instanceof InputType.InputTypeRecurrent recurrent ? recurrent.getTimeSeriesLength() : -1;
        return InputType.recurrent(shape().features(), steps, getRnnDataFormat());
    }

    @Override
    public void setNIn(InputType input, boolean override) {
        if (!readsIds()) {
            super.setNIn(input, override);
        }
    }

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType input) {
        return readsIds() ? null : super.getPreProcessorForInputType(input);
    }

    /** Running averages are moved by what a batch found, not by an optimiser. */
    @Override
    public IUpdater getUpdaterByParam(String name) {
        if (name.equals(LevelShape.MEAN) || name.equals(LevelShape.VARIANCE)) {
            return new NoOp();
        }
        IUpdater updater = super.getUpdaterByParam(name);
        if (updater instanceof Lazy lazy) {
            return name.equals(RecurrentParameters.EMBEDDING) ? lazy.ofRows((int) getNIn()) : lazy.updater();
        }
        return updater;
    }

    /** Whether rows of the embedding that did not occur have a gradient of zero and keep it. */
    boolean keepsOtherRows() {
        List<Regularization> regularization = getRegularizationByParam(RecurrentParameters.EMBEDDING);
        return getUpdaterByParam(RecurrentParameters.EMBEDDING) instanceof Lazy
                && (regularization == null || regularization.isEmpty());
    }

    /** Parameters, and what one batch needs, see {@link MemoryNeed}. */
    @Override
    public LayerMemoryReport getMemoryReport(InputType input) {
        long steps = input instanceof InputType.InputTypeRecurrent recurrent ? recurrent.getTimeSeriesLength() : 1;
        MemoryNeed need = MemoryNeed.of(shape());
        return new LayerMemoryReport.Builder(getLayerName(), getClass(), input, getOutputType(-1, input))
                .standardMemory(
                        initializer().numParams(this),
                        getIUpdater() == null
                                ? 0
                                : getIUpdater().stateSize(initializer().numParams(this)))
                .workingMemory(0, 0, 0, need.numbersPerStep() * Math.max(1, steps))
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecurrentConf conf && super.equals(other) && Objects.equals(options, conf.options);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), options);
    }

    @Override
    protected boolean canEqual(Object other) {
        return other instanceof RecurrentConf;
    }

    /** Sets what all recurrent layers have, and the options. */
    public static final class Builder extends BaseRecurrentLayer.Builder<Builder> {
        private final RecurrentOptions options;

        public Builder(RecurrentOptions options) {
            this.options = Objects.requireNonNull(options, "options");
        }

        @Override
        @SuppressWarnings("unchecked") // the stock builders promise whatever layer the caller asks for
        public <E extends org.deeplearning4j.nn.conf.layers.Layer> E build() {
            return (E) new RecurrentConf(this);
        }
    }
}
