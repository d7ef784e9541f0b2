package tritone.comparison;

import java.util.List;
import tritone.training.CurvePoint;

/**
 * How a training went, beside what its model says of itself.
 *
 * @param curve none where nothing is learnt step by step
 * @param seconds spent learning
 * @param reviews that were learnt from, each counted as often as it was seen
 */
record RunRecord(List<CurvePoint> curve, double seconds, long reviews) {
    static final String FILE = "run.json";

    RunRecord {
        curve = List.copyOf(curve);
    }
}
