package tritone.explanation;

/** A classifier that can be explained. One thread at a time. */
interface Subject {
    int classes();

    /** The way to this review, by the log odds of this class. */
    Path path(int[] ids, int label);

    /** The log odds of this class for each of some reviews. */
    double[] logOdds(int[][] reviews, int label);

    /** The probability of each class after 1, 2, ... and all ids, {@code [ids][classes]}. */
    float[] running(int[] ids);
}
