package tritone.vectors;

import java.util.BitSet;
import tritone.vocabulary.Vocabulary;

/** Vectors as they come in; room is taken for those that did, and in the end for all ids. */
final class KnownVectors {
    private final Vocabulary vocabulary;
    private final int numbers;
    private final BitSet known = new BitSet();
    private float[][] vectors; // [id]

    KnownVectors(Vocabulary vocabulary, int numbers) {
        this.vocabulary = vocabulary;
        this.numbers = numbers;
        this.vectors = new float[vocabulary.size()][];
    }

    boolean has(int id) {
        return known.get(id);
    }

    /** Room for the vector of this id. */
    float[] add(int id) {
        known.set(id);
        vectors[id] = new float[numbers];
        return vectors[id];
    }

    WordVectors toVectors() {
        float[] values = new float[vectors.length * numbers];
        for (int id = 0; id < vectors.length; id++) {
            if (vectors[id] != null) {
                System.arraycopy(vectors[id], 0, values, id * numbers, numbers);
                vectors[id] = null;
            }
        }
        return new WordVectors(vocabulary, numbers, values);
    }
}
