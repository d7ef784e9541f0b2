package tritone.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The points of a training so far, and what counts towards the next one. */
final class LearningCurve {
    private final int pointsPerEpoch;
    private final List<CurvePoint> points = new ArrayList<>();
    private Sums sums = Sums.NONE;
    private double seconds;

    /**
     * A curve to go on with.
     *
     * @param sums of the reviews since its last point
     * @param seconds of learning
     */
    record State(List<CurvePoint> points, Sums sums, double seconds) {
        static final State NONE = new State(List.of(), Sums.NONE, 0);
    }

    /**
     * Over some reviews.
     *
     * @param labelled those with a label, of which {@code right} were taken for what they are
     */
    record Sums(double loss, int reviews, int right, int labelled) {
        static final Sums NONE = new Sums(0, 0, 0, 0);
    }

    /** {@code pointsPerEpoch} may be 0: then none are added. */
    LearningCurve(int pointsPerEpoch, State before) {
        this.pointsPerEpoch = pointsPerEpoch;
        points.addAll(before.points);
        sums = before.sums;
        seconds = before.seconds;
    }

    boolean isWanted() {
        return pointsPerEpoch > 0;
    }

    /**
     * Counts a step.
     *
     * @param loss the batch's mean
     * @param answers the classes that its reviews were taken for
     */
    void count(EpochBatches.LearningBatch batch, double loss, int[] answers) {
        int reviews = batch.reviews().size();
        int right = 0;
        for (int row = 0; row < batch.classes().length; row++) {
            right += answers[row] == batch.classes()[row] ? 1 : 0;
        }
        sums = new Sums(
                sums.loss + loss * reviews,
                sums.reviews + reviews,
                sums.right + right,
                sums.labelled + batch.classes().length);
    }

    void countSeconds(double more) {
        seconds += more;
    }

    /** Whether an epoch of so many batches comes to one of its parts with this one, the first one 1. */
    boolean isDue(int batch, int batches) {
        return (long) batch * pointsPerEpoch / batches != (batch - 1L) * pointsPerEpoch / batches;
    }

    void add(int step, double epoch, Optional<CurvePoint.ValidationFigures> validation) {
        points.add(new CurvePoint(
                step,
                epoch,
                seconds,
                sums.loss / sums.reviews,
                sums.labelled == 0 ? Double.NaN : (double) sums.right / sums.labelled,
                validation));
        sums = Sums.NONE;
    }

    List<CurvePoint> points() {
        return List.copyOf(points);
    }

    State state() {
        return new State(points(), sums, seconds);
    }
}
