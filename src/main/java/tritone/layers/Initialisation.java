package tritone.layers;

import java.util.Locale;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;

/** What a gate's matrix begins with. */
public enum Initialisation {
    /** Uniform, by inputs and outputs together (Glorot and Bengio, 2010). */
    XAVIER {
        @Override
        IWeightInit weights() {
            return WeightInit.XAVIER_UNIFORM.getWeightInitFunction();
        }
    },
    /** Normal, by inputs alone (He et al., 2015). */
    HE {
        @Override
        IWeightInit weights() {
            return WeightInit.RELU.getWeightInitFunction();
        }
    },
    /** Orthonormal vectors (Saxe et al., 2014). */
    ORTHOGONAL {
        @Override
        IWeightInit weights() {
            return new OrthogonalInit();
        }
    },
    /** Ones on the diagonal, so that a state stays what it is (Le et al., 2015). */
    IDENTITY {
        @Override
        IWeightInit weights() {
            return WeightInit.IDENTITY.getWeightInitFunction();
        }
    };

    abstract IWeightInit weights();

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
