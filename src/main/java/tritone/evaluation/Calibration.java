package tritone.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Whether reviews are predicted rightly as often as the confidence in them says. */
final class Calibration {
    /** As in Guo et al. (2017), so that errors can be compared. */
    static final int BINS = 15;

    private Calibration() {}

    /** All bins, ascending, of equal width. */
    static List<CalibrationBin> bins(float[] confidence, boolean[] right) {
        int[] counts = new int[BINS];
        int[] hits = new int[BINS];
        double[] sums = new double[BINS];
        for (int review = 0; review < confidence.length; review++) {
            int bin = bin(confidence[review]);
            counts[bin]++;
            hits[bin] += right[review] ? 1 : 0;
            sums[bin] += confidence[review];
        }
        List<CalibrationBin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            int divisor = Math.max(1, counts[i]);
            bins.add(new CalibrationBin(
                    (double) i / BINS, (i + 1.0) / BINS, counts[i], sums[i] / divisor, (double) hits[i] / divisor));
        }
        return bins;
    }

    private static int bin(float confidence) {
        // A float times 15 is exact in double, so no confidence falls on the wrong side of a bound.
        return Math.max(0, (int) Math.ceil((double) confidence * BINS) - 1);
    }

    static double error(List<CalibrationBin> bins) {
        double sum = 0;
        long reviews = 0;
        for (CalibrationBin bin : bins) {
            sum += bin.count() * Math.abs(bin.accuracy() - bin.meanConfidence());
            reviews += bin.count();
        }
        return sum / reviews;
    }
}
