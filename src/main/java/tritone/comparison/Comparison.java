package tritone.comparison;

import java.util.List;

/**
 * What came of a comparison, as it is handed on. Nothing in it but what is called {@code times} depends on how fast or when it
 * was made.
 *
 * @param format of this record; raised when a reader of an older one would be misled
 * @param conclusions what may be concluded and what may not, the most important first
 * @param contenders in the order of the plan, those that have answers
 * @param absent the others
 * @param pairs of contenders that both have answers
 */
public record Comparison(
        int format,
        Conditions conditions,
        List<String> conclusions,
        List<ContenderFindings> contenders,
        List<AbsentContender> absent,
        List<PairFindings> pairs,
        Disagreements disagreements,
        Origin origin) {
    public static final int FORMAT = 1;

    public Comparison {
        conclusions = List.copyOf(conclusions);
        contenders = List.copyOf(contenders);
        absent = List.copyOf(absent);
        pairs = List.copyOf(pairs);
    }

    /** The most accurate first. */
    public List<ContenderFindings> ranking() {
        return contenders.stream()
                .sorted((one, other) ->
                        Double.compare(other.accuracy().mean(), one.accuracy().mean()))
                .toList();
    }
}
