package tritone.training;

import java.util.Optional;
import tritone.evaluation.Evaluation;
import tritone.evaluation.Slices;
import tritone.evaluation.Temperature;
import tritone.model.Uncalibrated;

/**
 * At which temperature weights answer, and what they reach there on the validation reviews.
 *
 * @param validation absent without any
 * @param uncalibrated the same at a temperature of 1, as far as it differs
 */
record Calibrated(
        double temperature, Optional<Evaluation> validation, Optional<Uncalibrated> uncalibrated, Slices slices) {
    /** Without validation reviews. */
    static final Calibrated BLINDLY = new Calibrated(Temperature.NONE, Optional.empty(), Optional.empty(), Slices.NONE);
}
