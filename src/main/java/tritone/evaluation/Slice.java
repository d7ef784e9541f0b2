package tritone.evaluation;

/**
 * Reviews that have something in common.
 *
 * @param name what that is, such as {@code 101 to 200} or {@code 7.5}
 * @param reviews at least one
 * @param accuracy on them alone
 */
public record Slice(String name, int reviews, Interval accuracy) {}
