package tritone.model;

import java.util.Optional;
import tritone.baseline.LinearModel;
import tritone.network.Network;
import tritone.vocabulary.Vocabulary;

/**
 * A model that is ready to answer. Safe for any number of threads.
 *
 * @param network absent for the linear classifier
 * @param linear absent for a network
 */
public record OpenModel(
        Architecture architecture, Vocabulary vocabulary, Optional<Network> network, Optional<LinearModel> linear)
        implements Predictor {
    @Override
    public float[] probabilities(int[][] reviews) {
        return network.isPresent()
                ? network.get().probabilities(reviews)
                : linear.orElseThrow().probabilities(reviews);
    }
}
