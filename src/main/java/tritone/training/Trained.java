package tritone.training;

import java.util.Map;
import tritone.model.Training;
import tritone.tensors.Tensor;

/** What came of a training: weights for disk, at which temperature they answer, and how it went. */
public record Trained(Map<String, Tensor> weights, double temperature, Training training) {}
