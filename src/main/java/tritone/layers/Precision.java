package tritone.layers;

import java.util.ServiceLoader;
import org.nd4j.linalg.api.buffer.DataType;
import tritone.kernel.Workers;
import tritone.network.LevelShape;

/**
 * What layers compute with. Single precision is here; another one is found as a service, which only the tests have: they
 * check gradients in double precision, as Deeplearning4j's checker demands.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
interface Precision<A> {
    DataType type();

    NumberArrays<A> arrays();

    RecurrentEngine<A> engine(LevelShape shape, Workers workers);

    static Precision<?> of(DataType type) {
        if (type == DataType.FLOAT) {
            return new FloatPrecision();
        }
        for (Precision<?> precision : ServiceLoader.load(Precision.class)) {
            if (precision.type() == type) {
                return precision;
            }
        }
        throw new IllegalArgumentException("recurrent layers compute in FLOAT but the network's data type is " + type);
    }
}
