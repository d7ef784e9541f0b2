package tritone.baseline;

/**
 * How much likelier a feature is in one class than in the others, as a logarithm (Wang and Manning 2012, section 2.1).
 * Counts are of reviews, and only features that some review has take part.
 */
final class LogCountRatios {
    private LogCountRatios() {}

    /** The ratio of each feature; 0 for one that no review has. */
    static double[] of(FeatureMatrix matrix, boolean[] inClass, double smoothing) {
        double[] ratios = new double[matrix.features()];
        double ofClass = 0;
        double ofOthers = 0;
        for (int feature = 0; feature < ratios.length; feature++) {
            int all = matrix.columnLength(feature);
            if (all > 0) {
                int count = matrix.columnCount(feature, inClass);
                double inside = count + smoothing;
                double outside = all - count + smoothing;
                ratios[feature] = StrictMath.log(inside / outside);
                ofClass += inside;
                ofOthers += outside;
            }
        }
        double ofAll = StrictMath.log(ofClass / ofOthers);
        for (int feature = 0; feature < ratios.length; feature++) {
            ratios[feature] -= matrix.columnLength(feature) > 0 ? ofAll : 0;
        }
        return ratios;
    }
}
