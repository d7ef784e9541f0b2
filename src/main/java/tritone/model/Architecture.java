package tritone.model;

import java.util.List;
import java.util.Optional;
import tritone.corpus.Labels;
import tritone.encoding.Truncation;
import tritone.evaluation.Temperature;
import tritone.network.CellKind;
import tritone.network.NetworkSpec;

/**
 * What a model computes, without its weights.
 *
 * @param labels the classes in the order of probabilities
 * @param network absent for the linear classifier
 * @param temperature by which the logarithms of its probabilities are divided, see {@link Temperature}
 */
public record Architecture(
        CellKind cell, List<String> labels, Truncation truncation, Optional<NetworkSpec> network, double temperature) {
    public Architecture {
        labels = List.copyOf(labels);
        if (labels.size() < 2) {
            throw new IllegalArgumentException("labels must be at least 2 but were " + labels.size());
        }
        Labels.of(labels); // refuses equal ones
        if (network.isPresent() == (cell == CellKind.LINEAR)) {
            throw new IllegalArgumentException("a network must belong to every cell but linear");
        }
        if (network.isPresent()
                && !cell.variants().containsValue(network.get().cell().variant())) {
            throw new IllegalArgumentException("the variant of a " + cell + " must be one of "
                    + cell.variants().values() + " but was "
                    + network.get().cell().variant());
        }
        if (network.isPresent() && network.get().classes() != labels.size()) {
            throw new IllegalArgumentException("the network must tell " + labels.size() + " classes apart but does "
                    + network.get().classes());
        }
        Temperature.checked(temperature);
    }
}
