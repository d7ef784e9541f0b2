package tritone.explanation;

/**
 * log(p / (1 - p)) of a class, where the probabilities are the softmax of scores. It is made of the scores, since of the
 * probabilities themselves nothing is left to tell once they are rounded to 0 or 1.
 */
final class LogOdds {
    private LogOdds() {}

    /** s(label) - log Σ exp s(other). */
    static double of(double[] scores, int label) {
        double highest = highestOther(scores, label);
        return scores[label] - highest - StrictMath.log(sumOfOthers(scores, label, highest));
    }

    /** The gradient of {@link #of}: 1 for the label, and for the others a softmax among themselves, with a minus. */
    static double[] gradient(double[] scores, int label) {
        double highest = highestOther(scores, label);
        double sum = sumOfOthers(scores, label, highest);
        double[] gradient = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            gradient[i] = i == label ? 1 : -StrictMath.exp(scores[i] - highest) / sum;
        }
        return gradient;
    }

    private static double highestOther(double[] scores, int label) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            highest = i == label ? highest : Math.max(highest, scores[i]);
        }
        return highest;
    }

    private static double sumOfOthers(double[] scores, int label, double highest) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += i == label ? 0 : StrictMath.exp(scores[i] - highest);
        }
        return sum;
    }
}
