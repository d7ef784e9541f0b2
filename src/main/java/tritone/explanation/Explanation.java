package tritone.explanation;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What moved the answer to a review, in log odds: log(p / (1 - p)) of the label's probability p.
 *
 * @param label the class that is explained
 * @param logOdds of the label at the review
 * @param baseline log odds of the label where no word says anything
 * @param attributions by position; positive where the token moved the answer towards the label
 * @param occlusions of the positions with the largest attributions, whatever their sign, the largest first
 * @param running the probability of each class after 1, 2, ... and all tokens, {@code [positions][classes]}
 */
public record Explanation(
        int label,
        double logOdds,
        double baseline,
        double[] attributions,
        List<Occlusion> occlusions,
        float[] running) {
    /** Of the change of the log odds, or of 1 if that is more: a larger residual makes attributions doubtful. */
    private static final double SMALL = 1e-3;

    public Explanation {
        occlusions = List.copyOf(occlusions);
    }

    /** What the attributions have in sum above the change of the log odds that they should explain. */
    public double residual() {
        return DoubleStream.of(attributions).sum() - change();
    }

    /** How far all words together moved the answer. */
    public double change() {
        return logOdds - baseline;
    }

    /** Whether the attributions are the change but for little. */
    public boolean isComplete() {
        return Math.abs(residual()) <= SMALL * Math.max(1, Math.abs(change()));
    }

    /** The probability of this class after 1, 2, ... and all tokens. */
    public float[] runningOf(int classIndex) {
        float[] own = new float[attributions.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = running[i * (running.length / own.length) + classIndex];
        }
        return own;
    }
}
