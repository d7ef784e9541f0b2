package tritone.training;

import java.util.Optional;
import java.util.function.DoubleFunction;
import tritone.encoding.Truncation;
import tritone.evaluation.Evaluation;
import tritone.evaluation.ProbabilityFigures;
import tritone.evaluation.Temperature;
import tritone.model.Predictor;
import tritone.model.Probabilities;
import tritone.model.Scorer;
import tritone.model.Slicing;
import tritone.model.Uncalibrated;

/** Fits the temperature of weights on the validation reviews and measures what they reach with it. */
record Calibrator(TrainingData data, Truncation truncation) {
    /**
     * Calibrates.
     *
     * @param scorer at a temperature of 1
     * @param at the same weights at any temperature
     */
    Calibrated calibrate(Scorer scorer, DoubleFunction<Predictor> at) {
        return data.validation().map(reviews -> calibrate(reviews, scorer, at)).orElse(Calibrated.BLINDLY);
    }

    private Calibrated calibrate(ReviewSet held, Scorer scorer, DoubleFunction<Predictor> at) {
        int[] truth = held.ownClasses();
        double[] scores = Probabilities.scores(scorer, held.corpus(), held.reviews(), truncation, data.classes());
        double temperature = Temperature.fit(truth, scores, data.classes());
        float[] before = probabilities(held, at.apply(Temperature.NONE));
        float[] after = temperature == Temperature.NONE ? before : probabilities(held, at.apply(temperature));
        ProbabilityFigures plain = Evaluation.of(truth, before, data.classes()).probabilities();
        return new Calibrated(
                temperature,
                Optional.of(Evaluation.of(truth, after, data.classes())),
                Optional.of(new Uncalibrated(plain.logLoss(), plain.calibrationError())),
                Slicing.of(held.corpus(), held.reviews(), truth, after));
    }

    private float[] probabilities(ReviewSet held, Predictor predictor) {
        return Probabilities.of(predictor, held.corpus(), held.reviews(), truncation, data.classes());
    }
}
