package tritone.explanation;

import java.util.List;

/** The straight way from the baseline, a review that says nothing, to a review. */
interface Path {
    /** Those of the review. */
    int positions();

    /** The points at these shares of the way: 0 is the baseline, 1 the review itself. */
    List<Point> at(double[] shares);

    /**
     * A point of the way.
     *
     * @param logOdds of the label
     * @param pulls by position: how fast the log odds grow there, per share of the way, through this position alone
     */
    record Point(double logOdds, double[] pulls) {}
}
