package tritone.tensors;

import java.util.Locale;

/** How many bits a weight has on disk. */
public enum Precision {
    FLOAT32,
    FLOAT16,
    /** Rows of matrices as whole numbers from -127 to 127, each row with a scale of its own. */
    INT8;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
