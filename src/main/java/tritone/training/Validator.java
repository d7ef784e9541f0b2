package tritone.training;

import java.util.Map;
import java.util.Optional;
import tritone.encoding.Truncation;
import tritone.evaluation.Evaluation;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.model.Probabilities;
import tritone.network.Network;
import tritone.network.NetworkSpec;

/** What weights reach on the validation reviews, computed as a model computes that is used. */
record Validator(NetworkSpec spec, TrainingData data, Truncation truncation, Workers workers) {
    /** Nothing where there are no validation reviews. */
    Optional<Evaluation> evaluate(Map<String, float[]> weights) {
        return data.validation().map(reviews -> {
            Network network = new Network(spec, weights, Arithmetic.fastest(), workers);
            float[] probabilities = Probabilities.of(
                    network::probabilities, reviews.corpus(), reviews.reviews(), truncation, spec.classes());
            return Evaluation.of(reviews.ownClasses(), probabilities, spec.classes());
        });
    }

    /** What these weights reach once they are as sure as they are right. */
    Calibrated calibrate(Map<String, float[]> weights) {
        Network network = new Network(spec, weights, Arithmetic.fastest(), workers);
        return new Calibrator(data, truncation)
                .calibrate(network::scores, temperature -> network.at(temperature)::probabilities);
    }
}
