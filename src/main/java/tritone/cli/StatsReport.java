package tritone.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tritone.corpus.Corpus;
import tritone.text.Chain;
import tritone.vocabulary.CorpusStatistics;
import tritone.vocabulary.CorpusStatistics.Coverage;
import tritone.vocabulary.CorpusStatistics.Part;

/** What {@code corpus stats} prints. */
record StatsReport(
        String corpus,
        String chain,
        @JsonUnwrapped CorpusStatistics statistics,
        double megabytes,
        double seconds,
        double megabytesPerSecond) {

    static StatsReport of(Corpus corpus, Chain chain, CorpusStatistics statistics, double megabytes, double seconds) {
        return new StatsReport(corpus.name(), chain.toString(), statistics, megabytes, seconds, megabytes / seconds);
    }

    String render() {
        List<Part> parts = statistics.parts();
        TextTable table =
                new TextTable().row("", parts.stream().map(Part::part).toList()).row("reviews", each(Part::reviews));
        for (String label : statistics.labels().keySet()) {
            table.row("  " + label, each(part -> part.labels().getOrDefault(label, 0L)));
        }
        if (statistics.unlabelled() > 0) {
            table.row("  without label", each(Part::unlabelled));
        }
        if (parts.stream().anyMatch(part -> part.groups() > 0)) {
            table.row("groups (films)", each(Part::groups));
        }
        table.row("tokens", each(Part::tokens))
                .row("tokens per review")
                .row("  shortest", each(part -> part.tokensPerReview().min()))
                .row("  10 % up to", each(part -> part.tokensPerReview().p10()))
                .row("  half up to", each(part -> part.tokensPerReview().p50()))
                .row("  90 % up to", each(part -> part.tokensPerReview().p90()))
                .row("  99 % up to", each(part -> part.tokensPerReview().p99()))
                .row("  longest", each(part -> part.tokensPerReview().max()))
                .row("of these tokens a vocabulary covers");
        for (Coverage coverage : statistics.vocabulary().coverage()) {
            table.row(
                    "  with " + TextTable.figure(coverage.size()),
                    coverage.share().values().stream().map(TextTable::percent).toList());
        }
        return corpus + ", chain " + Chain.parse(chain).summary() + "\n\n" + table.render() + "\n" + words() + speed();
    }

    private List<String> each(Function<Part, Number> figure) {
        return statistics.parts().stream()
                .map(part -> TextTable.figure(figure.apply(part).longValue()))
                .toList();
    }

    private String words() {
        CorpusStatistics.Words words = statistics.vocabulary();
        String sentence = TextTable.figure(words.size()) + " different tokens in "
                + statistics.parts().get(0).part() + ", " + TextTable.figure(words.seenOnce()) + " of them seen once\n";
        return words.forgottenUpTo() == 0
                ? sentence
                : sentence + VocabBuildCommand.forgotten(words.forgottenUpTo()) + "\n";
    }

    private String speed() {
        return String.format(
                Locale.ROOT,
                "%.1f MB read, tokenized and counted in %.2f s (%.1f MB/s)%n",
                megabytes,
                seconds,
                megabytesPerSecond);
    }
}
