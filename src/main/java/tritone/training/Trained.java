package tritone.training;

import java.util.List;
import java.util.Map;
import tritone.model.Architecture;
import tritone.model.Model;
import tritone.model.Provenance;
import tritone.model.Training;
import tritone.tensors.Tensor;

/**
 * What came of a training.
 *
 * @param weights for disk
 * @param temperature at which they answer
 * @param training how it went, as a model tells it
 * @param curve the same in points, which no model keeps; none unless they were asked for
 */
public record Trained(Map<String, Tensor> weights, double temperature, Training training, List<CurvePoint> curve) {
    /** The model that these weights make with what they were learnt by and from. */
    public Model model(TrainingPlan plan, TrainingData data, Provenance provenance) {
        Architecture architecture = new Architecture(
                plan.cell(),
                data.labels().names(),
                plan.text().truncation(),
                plan.network().map(network -> network.spec(data.vocabulary().size(), data.classes())),
                temperature);
        return new Model(architecture, training, provenance, data.vocabulary(), weights);
    }
}
