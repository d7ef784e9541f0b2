package tritone.comparison;

import java.util.List;
import tritone.evaluation.CalibrationBin;
import tritone.evaluation.Slice;

/**
 * A contender's answers from several sides, those of all seeds together.
 *
 * @param lengths accuracy by the number of tokens
 * @param ratings accuracy by rating; empty if there are none
 * @param calibration bins that have answers in them
 * @param roc false and true positive rates
 * @param precisionRecall recall and precision
 * @param confusion answers by true and predicted class, the mean over the seeds
 */
public record Detail(
        List<Slice> lengths,
        List<Slice> ratings,
        List<CalibrationBin> calibration,
        List<Place> roc,
        List<Place> precisionRecall,
        List<List<Double>> confusion) {
    static final Detail NOTHING = new Detail(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** A point of a curve. */
    public record Place(double x, double y) {}
}
