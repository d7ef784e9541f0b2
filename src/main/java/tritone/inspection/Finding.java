package tritone.inspection;

import java.util.List;
import java.util.Map;

/**
 * One kind of finding.
 *
 * @param count rows that it was found in; of {@link Kind#ONE_LABEL} and {@link Kind#IMBALANCE} parts, of
 *     {@link Kind#RARE_LABEL} labels of parts, of {@link Kind#TWO_LABELS} reviews of which another of the same words has
 *     another label
 * @param groups that these rows make up, where they go together; else 0
 * @param details counts by name, such as how often each rating was found beside each label
 * @param examples the first few
 */
public record Finding(Kind kind, long count, long groups, List<Detail> details, List<Example> examples) {
    /** Counts under a name, in an order that says something. */
    public record Detail(String name, Map<String, Long> counts) {}

    public Finding {
        details = List.copyOf(details);
        examples = List.copyOf(examples);
    }

    static Finding none(Kind kind) {
        return new Finding(kind, 0, 0, List.of(), List.of());
    }

    static Finding of(Kind kind, long count, List<Example> examples) {
        return new Finding(kind, count, 0, List.of(), examples);
    }

    public boolean isFound() {
        return count > 0;
    }
}
