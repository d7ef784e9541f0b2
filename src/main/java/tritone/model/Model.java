package tritone.model;

import java.util.Map;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.tensors.Precision;
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
    OpenModel check() {
        return open(Arithmetic.SCALAR, Workers.NONE);
    }

    /** The model, ready to answer. */
    public OpenModel open(Arithmetic arithmetic, Workers workers) {
        return Weights.open(architecture, vocabulary, weights, arithmetic, workers);
    }

    /** The same model with its matrices in another precision. */
    public Model in(Precision precision) {
        return new Model(architecture, training, provenance, vocabulary, Weights.in(precision, weights));
    }
}
