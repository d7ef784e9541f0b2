package tritone.layers;

import java.util.Objects;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A loss to which reviews may contribute by weights of their own, set before each step. Deeplearning4j's masks do not serve: a
 * dense layer multiplies what it adds up by them too.
 */
final class WeightedLoss implements ILossFunction {
    private static final long serialVersionUID = 1;

    private final ILossFunction loss;
    private transient INDArray weights; // [batch][1], null if all count the same
    private transient float[] outputs = {};

    WeightedLoss(@JsonProperty("loss") ILossFunction loss) {
        this.loss = Objects.requireNonNull(loss, "loss");
    }

    @JsonProperty("loss")
    ILossFunction loss() {
        return loss;
    }

    /** Of the next batch; null if all of its reviews count the same. */
    void setWeights(INDArray weights) {
        this.weights = weights;
    }

    /** Of the last pass that a gradient was taken of: {@code [batch][outputs]}, before sigmoid or softmax. */
    float[] outputs() {
        return outputs;
    }

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        if (weights == null) {
            return loss.computeScore(labels, preOutput, activation, mask, average);
        }
        double sum = computeScoreArray(labels, preOutput, activation, mask)
                .sumNumber()
                .doubleValue();
        return average ? sum / labels.size(0) : sum;
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        INDArray scores = loss.computeScoreArray(labels, preOutput, activation, mask);
        return weights == null ? scores : scores.reshape(scores.length(), 1).mulColumnVector(weights);
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        outputs = preOutput.dup('c').data().asFloat(); // before the loss makes something else of them in their place
        INDArray gradient = loss.computeGradient(labels, preOutput, activation, mask);
        return weights == null ? gradient : gradient.muliColumnVector(weights);
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, preOutput, activation, mask, average),
                computeGradient(labels, preOutput, activation, mask));
    }

    @Override
    public String name() {
        return "weighted " + loss.name();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeightedLoss weighted && loss.equals(weighted.loss);
    }

    @Override
    public int hashCode() {
        return loss.hashCode();
    }
}
