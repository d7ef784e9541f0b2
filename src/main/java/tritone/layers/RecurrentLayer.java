package tritone.layers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.BaseRecurrentLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import tritone.kernel.CellKernel;
import tritone.kernel.SequenceLayout;
import tritone.kernel.Start;
import tritone.kernel.Workers;
import tritone.network.Direction;
import tritone.network.LevelShape;
import tritone.network.ParameterShape;
import tritone.network.Passage;
import tritone.network.Readout;

/**
 * The layer that {@link RecurrentConf} configures. Its number of threads changes no bit of what it computes. In the gradient
 * that a network shows, an embedding's part is already divided by the batch; weight noise leaves embeddings alone.
 *
 * @param <A> arrays of its precision
 */
public final class RecurrentLayer<A> extends BaseRecurrentLayer<RecurrentConf> {
    private static final long serialVersionUID = 1;

    private final transient Precision<A> precision;
    private final transient NumberArrays<A> arrays;
    private transient RecurrentEngine<A> engine;
    private transient LayerInput<A> forward; // what the way back needs
    private transient int[] writtenRows; // of the embedding's gradient, by the last way back; null for any

    RecurrentLayer(NeuralNetConfiguration conf, Precision<A> precision) {
        super(conf, precision.type());
        this.precision = precision;
        arrays = precision.arrays();
        engine = precision.engine(layerConf().shape(), Workers.ALL);
    }

    /** How many threads compute, from the next batch on. */
    public void setThreads(int threads) {
        engine = precision.engine(layerConf().shape(), Workers.of(threads));
    }

    private boolean stepsFirst() {
        return layerConf().getRnnDataFormat() == RNNFormat.NWC;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        return run(training, Map.of(), workspaces);
    }

    @Override
    public INDArray rnnTimeStep(INDArray input, LayerWorkspaceMgr workspaces) {
        setInput(input, workspaces);
        return runOn(stateMap, false, true, workspaces);
    }

    @Override
    public INDArray rnnActivateUsingStoredState(
            INDArray input, boolean training, boolean keep, LayerWorkspaceMgr workspaces) {
        setInput(input, workspaces);
        return runOn(tBpttStateMap, training, keep, workspaces);
    }

    /** Goes on from states, by sequence, and leaves the new ones in their place. */
    private INDArray runOn(Map<String, INDArray> states, boolean training, boolean keep, LayerWorkspaceMgr workspaces) {
        if (layerConf().options().direction() != Direction.FORWARD) {
            throw new UnsupportedOperationException("a cell that reads from the end cannot go on where it stopped");
        }
        INDArray output = run(training, states, workspaces);
        if (keep) {
            KeptStates.keep(engine.last(), forward.layout(), states);
        }
        return output;
    }

    private INDArray run(boolean training, Map<String, INDArray> states, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        applyDropOutIfNecessary(training, workspaces);
        LayerInput.check(input, layerConf(), layerId());
        DropoutMasks masks = new DropoutMasks(conf.getSeed() + index, iterationCount, training);
        forward = read(masks);
        SequenceLayout layout = forward.layout();
        A output = engine.forward(
                parameters(training, workspaces),
                layout,
                forward.rows(),
                forward.rowOf(),
                passage(layout, training, states, masks));
        return output(output, workspaces);
    }

    private LayerInput<A> read(DropoutMasks masks) {
        RecurrentConf own = layerConf();
        int stepAxis = own.readsIds() ? input.rank() - 1 : stepsFirst() ? 1 : 2;
        Sequences sequences = Sequences.of((int) input.size(0), (int) input.size(stepAxis), maskArray);
        return own.readsIds()
                ? LayerInput.ofIds(
                        arrays, sequences, input, getParam(RecurrentParameters.EMBEDDING), own.options(), masks)
                : LayerInput.ofVectors(arrays, sequences, arrays.read(plain(input)), (int) own.getNIn(), stepsFirst());
    }

    /** The numbers one after the other, in C order and in this precision. */
    private INDArray plain(INDArray array) {
        INDArray own = array.castTo(precision.type());
        boolean follows = own.ordering() == 'c' && Shape.hasDefaultStridesForShape(own);
        return follows ? own : own.dup('c');
    }

    private Map<String, A> parameters(boolean training, LayerWorkspaceMgr workspaces) {
        Map<String, A> parameters = new HashMap<>();
        for (ParameterShape shape : layerConf().shape().parameters()) {
            parameters.put(shape.name(), arrays.read(plain(getParamWithNoise(shape.name(), training, workspaces))));
        }
        return parameters;
    }

    private Passage passage(SequenceLayout layout, boolean training, Map<String, INDArray> states, DropoutMasks masks) {
        Passage passage = engine.passage(layout, training);
        KeptStates.restore(states, layout, passage.starts().get(0));
        Dropouts dropouts = layerConf().options().dropouts();
        LevelShape shape = layerConf().shape();
        List<Start> starts = new ArrayList<>();
        for (int cell = 0; cell < passage.starts().size(); cell++) {
            DropoutMasks.Purpose purpose = cell == 0 ? DropoutMasks.Purpose.STATE : DropoutMasks.Purpose.BACKWARD_STATE;
            float[] mask = masks.factors(
                    purpose, dropouts.state(), layout, shape.cell().units());
            starts.add(passage.starts().get(cell).withStateMask(mask));
        }
        return new Passage(
                training, starts, masks.factors(DropoutMasks.Purpose.INPUT, dropouts.input(), layout, shape.inputs()));
    }

    /** Vectors by sequence, or all states in the input's format. */
    private INDArray output(A values, LayerWorkspaceMgr workspaces) {
        int width = layerConf().shape().features();
        BatchForm<A> form = forward.form();
        return layerConf().options().readout() == Readout.STATES
                ? array(form.statesByStep(values, width), form.stateShape(width), ArrayType.ACTIVATIONS, workspaces)
                : array(
                        form.vectorsBySequence(values, width),
                        form.vectorShape(width),
                        ArrayType.ACTIVATIONS,
                        workspaces);
    }

    private INDArray array(A values, long[] shape, ArrayType type, LayerWorkspaceMgr workspaces) {
        INDArray array = workspaces.createUninitialized(type, precision.type(), shape, 'c');
        if (array.length() > 0) {
            arrays.write(values, (int) array.length(), array);
        }
        return array;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        return back(epsilon, CellKernel.WHOLE, workspaces);
    }

    @Override
    public Pair<Gradient, INDArray> tbpttBackpropGradient(
            INDArray epsilon, int backLength, LayerWorkspaceMgr workspaces) {
        return back(epsilon, backLength > 0 ? backLength : CellKernel.WHOLE, workspaces);
    }

    private Pair<Gradient, INDArray> back(INDArray epsilon, int window, LayerWorkspaceMgr workspaces) {
        if (forward == null) {
            throw new IllegalStateException("a way back needs a way forward in training before it " + layerId());
        }

        int own = layerConf().options().window();
        RecurrentEngine.Back<A> back = engine.back(gradient(epsilon), own > 0 ? Math.min(own, window) : window);
        Gradient gradient = new DefaultGradient(gradientsFlattened);

        if (layerConf().readsIds()) {
            writeEmbedding(back.rows());
            gradient.setGradientFor(RecurrentParameters.EMBEDDING, gradientViews.get(RecurrentParameters.EMBEDDING));
        }
        for (ParameterShape shape : layerConf().shape().parameters()) {
            arrays.write(back.parameters().get(shape.name()), shape.length(), gradientViews.get(shape.name()));
            gradient.setGradientFor(shape.name(), gradientViews.get(shape.name()));
        }
        INDArray below = layerConf().readsIds() ? null : inputGradient(back.rows(), workspaces);

        weightNoiseParams.clear();
        forward = null;
        return new Pair<>(gradient, below);
    }

    /**
     * The embedding's gradient is divided by the batch here, where it is a few rows, and not over the whole table; the steps
     * of running averages are none.
     */
    @Override
    public boolean updaterDivideByMinibatch(String name) {
        return !name.equals(RecurrentParameters.EMBEDDING)
                && !name.equals(LevelShape.MEAN)
                && !name.equals(LevelShape.VARIANCE);
    }

    /** The gradient of what went out, by place or rank as the engine counts. */
    private A gradient(INDArray epsilon) {
        A values = arrays.read(plain(epsilon));
        int width = layerConf().shape().features();
        return layerConf().options().readout() == Readout.STATES
                ? forward.form().statesByPlace(values, width)
                : forward.form().vectorsByRank(values, width);
    }

    private void writeEmbedding(A rows) {
        INDArray view = gradientViews.get(RecurrentParameters.EMBEDDING);
        int width = (int) layerConf().getNIn();
        if (writtenRows == null) {
            view.assign(0);
        } else {
            arrays.writeRows(arrays.create(writtenRows.length * width), view, writtenRows, width);
        }
        arrays.scale(rows, conf.isMiniBatch() ? 1.0 / forward.layout().sequences() : 1);
        arrays.writeRows(rows, view, forward.ids(), width);
        writtenRows = layerConf().keepsOtherRows() ? forward.ids() : null;
    }

    @Override
    public void setBackpropGradientsViewArray(INDArray gradients) {
        super.setBackpropGradientsViewArray(gradients);
        writtenRows = null;
    }

    private INDArray inputGradient(A rows, LayerWorkspaceMgr workspaces) {
        int width = (int) layerConf().getNIn();
        BatchForm<A> form = forward.form();
        INDArray gradient =
                array(form.statesByStep(rows, width), form.stateShape(width), ArrayType.ACTIVATION_GRAD, workspaces);
        return backpropDropOutIfPresent(gradient);
    }

    /** A mask ends where one vector is made of a sequence. */
    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int batch) {
        setMaskArray(mask);
        setMaskState(state);
        return new Pair<>(layerConf().options().readout() == Readout.STATES ? mask : null, state);
    }

    /** Parameters lie in C order. */
    @Override
    public void setParams(INDArray parameters) {
        if (parameters != params()) {
            setParams(parameters, 'c');
        }
    }
}
