package tritone.cli;

import java.util.List;
import java.util.Optional;
import tritone.inspection.Example;
import tritone.inspection.Finding;
import tritone.inspection.Inspection;
import tritone.inspection.Severity;
import tritone.text.Chain;
import tritone.text.Language;

/**
 * What {@code corpus check --json} prints.
 *
 * @param language code of the one that texts should be in
 * @param medianTokens half of the reviews have no more
 * @param warnings kinds of them that were found
 * @param findings of every kind, found or not
 */
record CheckObject(
        String chain,
        Optional<String> language,
        int maxTokens,
        int medianTokens,
        long reviews,
        long warnings,
        long notes,
        List<Inspection.Part> parts,
        List<Found> findings,
        double seconds) {
    /** A kind of finding. */
    record Found(
            String kind,
            String severity,
            long count,
            long groups,
            List<Finding.Detail> details,
            List<Example> examples) {
        static Found of(Finding finding) {
            return new Found(
                    finding.kind().toString(),
                    finding.kind().severity().toString(),
                    finding.count(),
                    finding.groups(),
                    finding.details(),
                    finding.examples());
        }
    }

    static CheckObject of(Inspection inspection, Chain chain, int maxTokens, double seconds) {
        return new CheckObject(
                chain.toString(),
                inspection.language().map(Language::code),
                maxTokens,
                inspection.medianTokens(),
                inspection.reviews(),
                inspection.found(Severity.WARNING),
                inspection.found(Severity.NOTE),
                inspection.parts(),
                inspection.findings().stream().map(Found::of).toList(),
                seconds);
    }
}
