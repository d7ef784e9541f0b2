package tritone.cli;

import java.util.List;
import java.util.function.Function;
import tritone.splitting.CorpusSplit;
import tritone.splitting.PartTally;

/**
 * What {@code corpus split} prints.
 *
 * @param leftOver reviews in no part
 * @param repeated reviews whose text stood before
 */
record SplitReport(String corpus, String output, long seed, List<PartTally> parts, long leftOver, int repeated) {
    static SplitReport of(String corpus, String output, long seed, CorpusSplit split) {
        return new SplitReport(corpus, output, seed, split.tallies(), split.leftOver(), split.repeated());
    }

    String render() {
        TextTable table = new TextTable()
                .row("", parts.stream().map(PartTally::part).toList())
                .row("reviews", each(PartTally::reviews));
        for (String label : parts.get(0).labels().keySet()) {
            table.row("  " + label, each(part -> part.labels().get(label)));
        }
        if (parts.stream().anyMatch(part -> part.unlabelled() > 0)) {
            table.row("  without label", each(PartTally::unlabelled));
        }
        if (parts.stream().anyMatch(part -> part.groups() > 0)) {
            table.row("groups (films)", each(PartTally::groups));
        }
        return output + ", from " + corpus + " by seed " + seed + "\n\n" + table.render() + remarks();
    }

    private String remarks() {
        String left = leftOver == 0
                ? ""
                : CheckSentences.counted(leftOver, "review") + (leftOver == 1 ? " is" : " are") + " in no part\n";
        String same = repeated == 0
                ? ""
                : CheckSentences.counted(repeated, "review")
                        + (repeated == 1
                                ? " has the text of another one and is"
                                : " have the text of another one and are")
                        + " in the same part\n";
        return left.isEmpty() && same.isEmpty() ? "" : "\n" + left + same;
    }

    private List<String> each(Function<PartTally, Integer> figure) {
        return parts.stream().map(part -> TextTable.figure(figure.apply(part))).toList();
    }
}
