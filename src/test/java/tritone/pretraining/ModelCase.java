package tritone.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import tritone.kernel.CellVariant;
import tritone.kernel.Workers;
import tritone.network.CellSpec;
import tritone.network.Direction;
import tritone.network.LanguageModelShape;
import tritone.network.Normalisation;
import tritone.network.ParameterShape;

/** A small language model with weights by chance, and texts for it. */
record ModelCase(LanguageModelShape shape, Map<String, float[]> weights, Random random) {
    static ModelCase of(CellVariant variant, Direction direction, int vocabulary, int embedding, int units) {
        CellSpec cell = new CellSpec(variant, units, direction, Normalisation.NONE);
        LanguageModelShape shape = new LanguageModelShape(vocabulary, embedding, cell);
        Random random = new Random(variant.ordinal() * 3L + direction.ordinal());
        Map<String, float[]> weights = new HashMap<>();
        for (ParameterShape parameter : shape.parameters()) {
            float[] values = new float[parameter.length()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (1.4 * random.nextDouble() - 0.7);
            }
            weights.put(parameter.name(), values);
        }
        return new ModelCase(shape, weights, random);
    }

    int[][] texts(int... lengths) {
        int[][] texts = new int[lengths.length][];
        for (int i = 0; i < lengths.length; i++) {
            texts[i] = random.ints(lengths[i], 0, shape.vocabulary()).toArray();
        }
        return texts;
    }

    /** Some ids are always drawn, one never. */
    CandidateSampler sampler() {
        long[] counts = new long[shape.vocabulary()];
        for (int id = 1; id < counts.length; id++) {
            counts[id] = 1L + id * id;
        }
        return new CandidateSampler(counts, Math.max(1, shape.vocabulary() / 2), 0.5, 5);
    }

    LanguageModelTrainer trainer(double clipNorm, int threads) {
        return new LanguageModelTrainer(shape, weights, sampler(), clipNorm, Workers.of(threads));
    }

    void assertWeights(Map<String, float[]> expected) {
        assertThat(weights.keySet()).isEqualTo(expected.keySet());
        weights.forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.get(name)));
    }

    Map<String, float[]> copiedWeights() {
        Map<String, float[]> copies = new HashMap<>();
        weights.forEach((name, values) -> copies.put(name, values.clone()));
        return copies;
    }
}
