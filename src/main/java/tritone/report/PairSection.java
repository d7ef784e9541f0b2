package tritone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tritone.comparison.Comparison;
import tritone.comparison.PairFindings;
import tritone.comparison.Wording;

/** Which differences mean something. */
final class PairSection {
    private static final int MOST_SENTENCES = 15;
    private static final int MOST_ROWS = 100;

    private PairSection() {}

    static Optional<Section> of(Comparison comparison) {
        if (comparison.pairs().isEmpty()) {
            return Optional.empty();
        }
        boolean trained = !comparison.conditions().seeds().isEmpty();
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Prose(
                        "Two questions are asked of each pair. Would other reviews turn the order round? McNemar's exact test, seed by"
                                + " seed, asks that of the reviews on which just one of the two is right; of several seeds it is"
                                + " twice their median p, asked for either side by itself."
                                + (trained
                                        ? " Would other seeds turn it round? A paired t test over the seeds' differences asks that."
                                        : "")
                                + " Both are corrected for the number of pairs by Holm's procedure, and an answer counts below "
                                + "0.05; intervals stand each for itself, so one may leave zero out where no test finds a difference."));
        shown(comparison, MOST_SENTENCES).forEach(pair -> blocks.add(new Prose(pair.sentence())));
        blocks.add(table(comparison, trained));
        return Optional.of(new Section("Which differences count", blocks));
    }

    /** Of too many pairs those with the leader: no one reads hundreds, and comparison.json has all. */
    private static List<PairFindings> shown(Comparison comparison, int most) {
        String leader = comparison.ranking().get(0).contender().name();
        return comparison.pairs().size() <= most
                ? comparison.pairs()
                : comparison.pairs().stream()
                        .filter(pair ->
                                pair.first().equals(leader) || pair.second().equals(leader))
                        .toList();
    }

    private static Table table(Comparison comparison, boolean trained) {
        List<String> head = new ArrayList<>(List.of(
                "",
                "difference in points",
                "95 % interval",
                "only the first right",
                "only the second",
                "p by reviews"));
        if (trained) {
            head.add("p by seeds");
        }
        List<PairFindings> shown = shown(comparison, MOST_ROWS);
        return new Table(
                (shown.size() == comparison.pairs().size() ? "Every pair" : "Every pair with the most accurate")
                        + ", the first's accuracy less the second's; counts are of the first seed, p values corrected",
                head,
                shown.stream().map(pair -> row(pair, trained)).toList());
    }

    private static List<String> row(PairFindings pair, boolean trained) {
        PairFindings.McNemarTest first = pair.reviews().bySeed().get(0);
        List<String> row = new ArrayList<>(List.of(
                Wording.name(pair.first()) + " and " + Wording.name(pair.second()),
                Looks.points(pair.difference().value()),
                String.format(
                        Locale.ROOT,
                        "%+.1f to %+.1f",
                        100 * pair.difference().low(),
                        100 * pair.difference().high()),
                Looks.whole(first.onlyFirst()),
                Looks.whole(first.onlySecond()),
                p(pair.reviews().holm())));
        if (trained) {
            row.add(pair.seeds().holm().isPresent() ? p(pair.seeds().holm().getAsDouble()) : Figures.NONE);
        }
        return row;
    }

    private static String p(double p) {
        return p < 1e-4 ? "0.0000" : Looks.four(p);
    }
}
