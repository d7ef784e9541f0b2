package tritone.training;

import java.util.Map;
import tritone.model.Training;
import tritone.tensors.Tensor;

/** What came of a training: weights for disk, and how it went. */
public record Trained(Map<String, Tensor> weights, Training training) {}
