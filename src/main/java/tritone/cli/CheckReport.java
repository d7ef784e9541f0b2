package tritone.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tritone.corpus.Quote;
import tritone.inspection.Example;
import tritone.inspection.Finding;
import tritone.inspection.Finding.Detail;
import tritone.inspection.Inspection;
import tritone.inspection.Severity;
import tritone.text.Chain;

/** What {@code corpus check} prints for people: the worst first, and at the end what was not found. */
final class CheckReport {
    private static final int MOST_DETAILS = 6;
    private static final int MOST_COUNTS = 8;
    private static final String INDENT = "         ";

    private final Inspection inspection;
    private final CheckSentences sentences;
    private final StringBuilder text = new StringBuilder();

    private CheckReport(Inspection inspection, int maxTokens) {
        this.inspection = inspection;
        sentences = new CheckSentences(inspection, maxTokens);
    }

    static String render(Inspection inspection, Chain chain, int maxTokens, double seconds) {
        CheckReport report = new CheckReport(inspection, maxTokens);
        report.addHeading(chain);
        report.addFound(Severity.WARNING);
        report.addFound(Severity.NOTE);
        report.addOthers();
        report.addSummary(seconds);
        return Escaped.text(report.text.toString());
    }

    private void addHeading(Chain chain) {
        for (Inspection.Part part : inspection.parts()) {
            text.append(onOneLine(part.name())).append(": ").append(CheckSentences.counted(part.reviews(), "review"));
            text.append(part.labels().isEmpty() ? "" : ", " + counts(part.labels()));
            text.append(part.unlabelled() == 0 ? "" : ", without label " + TextTable.figure(part.unlabelled()));
            text.append('\n');
        }
        text.append("chain ").append(chain);
        inspection
                .language()
                .ifPresent(language -> text.append(", texts expected in ").append(language.title()));
        text.append("\n\n");
    }

    private void addFound(Severity severity) {
        for (Finding finding : inspection.findings()) {
            if (finding.isFound() && finding.kind().severity() == severity) {
                addLine(severity.toString(), finding);
                finding.details().stream().limit(MOST_DETAILS).forEach(this::add);
                finding.examples().forEach(this::add);
            }
        }
    }

    private void addLine(String verdict, Finding finding) {
        text.append(String.format(Locale.ROOT, "%-9s", verdict))
                .append(sentences.of(finding))
                .append('\n');
    }

    private void add(Example example) {
        text.append(INDENT)
                .append(onOneLine(String.join(" and ", example.places()) + "  " + example.words()))
                .append('\n');
    }

    private void add(Detail detail) {
        text.append(INDENT)
                .append(onOneLine(detail.name()))
                .append(": ")
                .append(counts(detail.counts()))
                .append('\n');
    }

    /** Names of files may hold what would begin another line. */
    private static String onOneLine(String name) {
        return name.replace('\n', '?').replace('\t', '?');
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                        .limit(MOST_COUNTS)
                        .map(entry -> Quote.of(entry.getKey()) + " " + TextTable.figure(entry.getValue()))
                        .collect(Collectors.joining(", "))
                + (counts.size() > MOST_COUNTS ? ", ..." : "");
    }

    private void addOthers() {
        List<Finding> findings = inspection.findings();
        findings.stream().filter(finding -> !finding.isFound()).forEach(finding -> addLine("ok", finding));
    }

    private void addSummary(double seconds) {
        text.append(String.format(
                Locale.ROOT,
                "%n%s, %s; %s looked at in %.1f s%n",
                CheckSentences.counted(inspection.found(Severity.WARNING), "warning"),
                CheckSentences.counted(inspection.found(Severity.NOTE), "note"),
                CheckSentences.counted(inspection.reviews(), "review"),
                seconds));
    }
}
