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
                                + " twice their median p."
                                + (trained
                                        ? " Would other seeds turn it round? A paired t test over the seeds' differences asks that."
                                        : "")
                                + " Both are corrected for the number of pairs by Holm's procedure, and an answer counts below "
                                + "0.05; intervals stand each for itself, so one may leave zero out where no test finds a difference."));
        comparison.pairs().stream()
                .filter(pair -> isWorthASentence(comparison, pair))
                .forEach(pair -> blocks.add(new Prose(pair.sentence())));
        blocks.add(table(comparison, trained));
        return Optional.of(new Section("Which differences count", blocks));
    }

    /** Of many pairs those with the leader: no one reads hundreds, and all stand in the table. */
    private static boolean isWorthASentence(Comparison comparison, PairFindings pair) {
        String leader = comparison.ranking().get(0).contender().name();
        return comparison.pairs().size() <= MOST_SENTENCES
                || pair.first().equals(leader)
                || pair.second().equals(leader);
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
        return new Table(
                "Every pair, the first's accuracy less the second's; counts are of the first seed, p values corrected",
                head,
                comparison.pairs().stream().map(pair -> row(pair, trained)).toList());
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
            row.add(pair.seeds().holm().isPresent() ? p(pair.seeds().holm().getAsDouble()) : Looks.NOTHING);
        }
        return row;
    }

    private static String p(double p) {
        return p < 1e-4 ? "0.0000" : Looks.four(p);
    }
}
