package tritone.model;

import java.util.Map;
import tritone.files.Sha256;
import tritone.network.LanguageModelShape;
import tritone.network.ParameterShape;
import tritone.tensors.Tensor;
import tritone.vocabulary.Vocabulary;

/**
 * What guesses words, and what a classifier can begin with. Immutable, if no one writes to its arrays.
 *
 * @param weights by the names of {@link LanguageModelShape#parameters()}
 */
public record LanguageModel(LanguageModelShape shape, Vocabulary vocabulary, Map<String, float[]> weights) {
    public LanguageModel {
        if (shape.vocabulary() != vocabulary.size()) {
            throw new IllegalArgumentException(
                    "expected " + shape.vocabulary() + " ids but found " + vocabulary.size());
        }
        shape.parameters().forEach(parameter -> parameter.check(weights.get(parameter.name())));
    }

    /** SHA-256 over words and weights. */
    public String sum() {
        Sha256 hash = new Sha256().add(vocabulary.sha256());
        for (ParameterShape parameter : shape.parameters()) {
            float[] values = weights.get(parameter.name());
            Tensor tensor = Tensor.ofFloats(values, parameter.rows(), parameter.columns());
            hash.add(parameter.name()).add(tensor.data());
        }
        return hash.hex();
    }
}
