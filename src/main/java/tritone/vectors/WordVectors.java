package tritone.vectors;

import java.util.Arrays;
import tritone.vocabulary.Vocabulary;

/**
 * A vector for each id of a vocabulary. Ids that nothing is known of, padding and unknown words among them, have zeros.
 *
 * @param numbers of each vector
 * @param values {@code [id][numbers]}; belongs to this from now on
 */
public record WordVectors(Vocabulary vocabulary, int numbers, float[] values) {
    public WordVectors {
        if (numbers < 1) {
            throw new IllegalArgumentException("a vector must have at least 1 number but has " + numbers);
        }
        if (values.length != (long) vocabulary.size() * numbers) {
            throw new IllegalArgumentException("expected " + vocabulary.size() + " vectors of " + numbers
                    + " numbers but found " + values.length + " numbers");
        }
    }

    /** Whether there is a vector for this id. */
    public boolean isKnown(int id) {
        for (int i = id * numbers; i < (id + 1) * numbers; i++) {
            if (values[i] != 0) {
                return true;
            }
        }
        return false;
    }

    public float[] vector(int id) {
        return Arrays.copyOfRange(values, id * numbers, (id + 1) * numbers);
    }

    /** These vectors, and where there is none the row that is given. */
    public float[] over(float[] rows) {
        float[] merged = rows.clone();
        for (int id = 0; id < vocabulary.size(); id++) {
            if (isKnown(id)) {
                System.arraycopy(values, id * numbers, merged, id * numbers, numbers);
            }
        }
        return merged;
    }

    /** How much of the vocabulary has a vector. */
    public Coverage coverage() {
        return Coverage.of(this);
    }
}
