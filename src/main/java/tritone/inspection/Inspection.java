package tritone.inspection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tritone.text.Language;

/**
 * What was found in some parts.
 *
 * @param language the one that texts were expected in; none if the chain is for any and the collection shows none
 * @param medianTokens half of the reviews have no more
 * @param findings one of each kind in the kinds' order, found or not
 */
public record Inspection(List<Part> parts, Optional<Language> language, int medianTokens, List<Finding> findings) {
    /** A part that was looked at, as it was read. */
    public record Part(
            String name, String split, long reviews, long badRows, Map<String, Long> labels, long unlabelled) {}

    public Inspection {
        parts = List.copyOf(parts);
        findings = List.copyOf(findings);
    }

    /** Reviews of all parts. */
    public long reviews() {
        return parts.stream().mapToLong(Part::reviews).sum();
    }

    /** How many kinds of this severity were found. */
    public long found(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.isFound() && finding.kind().severity() == severity)
                .count();
    }
}
