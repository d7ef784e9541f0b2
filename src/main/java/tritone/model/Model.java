package tritone.model;

import java.util.Map;
import tritone.baseline.LinearModel;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.network.Network;
import tritone.tensors.Tensor;
import tritone.vocabulary.Vocabulary;

/**
 * A trained model. Immutable, if no one writes to its arrays.
 *
 * @param weights by name, in whatever precision they are kept in
 */
public record Model(
        Architecture architecture,
        Training training,
        Provenance provenance,
        Vocabulary vocabulary,
        Map<String, Tensor> weights) {
    /** The precision of its matrices. */
    public Precision precision() {
        return Weights.precision(weights);
    }

    /**
     * Checks that the weights are what the architecture needs.
     *
     * @throws IllegalArgumentException if not
     */
    void check() {
        predictor(Arithmetic.SCALAR, Workers.NONE);
    }

    /** What computes with these weights. */
    public Predictor predictor(Arithmetic arithmetic, Workers workers) {
        if (architecture.network().isEmpty()) {
            LinearModel linear = Weights.linear(
                    weights, vocabulary.size(), architecture.labels().size());
            return linear::probabilities;
        }
        Map<String, float[]> plain = Weights.plain(architecture.network().get(), weights);
        return new Network(architecture.network().get(), plain, arithmetic, workers)::probabilities;
    }

    /** The same model with its matrices in another precision. */
    public Model in(Precision precision) {
        return new Model(architecture, training, provenance, vocabulary, Weights.in(precision, weights));
    }
}
