package tritone.explanation;

/** By how much the log odds of a label fall if the token at this position is left out of the review. */
public record Occlusion(int position, double fall) {}
