package tritone.layers;

import java.util.Objects;

/**
 * What the weights of a network are before it learns.
 *
 * @param inputs of the matrices that inputs are multiplied with, and of the output layer's
 * @param recurrent of the matrices that states are multiplied with
 * @param forgetBias of an LSTM's forget gate
 */
public record Beginning(Initialisation inputs, Initialisation recurrent, double forgetBias) {
    public static final Beginning USUAL = new Beginning(Initialisation.XAVIER, Initialisation.ORTHOGONAL, 1);

    public Beginning {
        Objects.requireNonNull(recurrent, "recurrent");
        if (inputs == Initialisation.IDENTITY) {
            throw new IllegalArgumentException(
                    "only a square matrix can begin as the identity, which inputs rarely have");
        }
    }
}
