package tritone.comparison;

import java.util.List;

/**
 * Reviews that are worth reading, by the models of the first seed.
 *
 * @param loners how many reviews each contender of another cell than all others is alone right about
 * @param onlyOneRight some of these, the surest first
 * @param worstErrors wrong answers of each contender, the surest first
 */
public record Disagreements(List<Loner> loners, List<Case> onlyOneRight, List<Case> worstErrors) {
    public static final Disagreements NONE = new Disagreements(List.of(), List.of(), List.of());

    /** How often one contender alone is right. */
    public record Loner(String contender, int reviews) {}

    /**
     * One review.
     *
     * @param contender whom it is about
     * @param place in its part
     */
    public record Case(String contender, String id, int place, String label, List<Said> said) {}

    /** What a contender said of it. */
    public record Said(String contender, String label, double probability) {}
}
