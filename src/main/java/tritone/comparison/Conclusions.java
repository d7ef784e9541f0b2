package tritone.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tritone.network.CellKind;
import tritone.training.Setting;

/** What a comparison comes to, in sentences; none says more than the figures. */
final class Conclusions {
    private static final Set<PairFindings.Verdict> TOLD_APART =
            Set.of(PairFindings.Verdict.BETTER, PairFindings.Verdict.BETTER_WITH_THESE_SEEDS);
    private static final Set<String> YARDSTICKS = Set.of(CellKind.BAG.toString(), CellKind.LINEAR.toString());

    private final Conditions conditions;
    private final ReviewFacts reviews;
    private final List<ContenderFindings> contenders;
    private final List<ContenderFindings> ranking;
    private final List<PairFindings> pairs;

    Conclusions(
            Conditions conditions, ReviewFacts reviews, List<ContenderFindings> contenders, List<PairFindings> pairs) {
        this.conditions = conditions;
        this.reviews = reviews;
        this.contenders = contenders;
        this.pairs = pairs;
        ranking = contenders.stream()
                .sorted(Comparator.comparingDouble(
                        (ContenderFindings one) -> -one.accuracy().mean()))
                .toList();
    }

    /** What is to be said, also of contenders without answers. */
    List<String> sentences(List<AbsentContender> absent) {
        List<String> sentences = new ArrayList<>();
        sentences.add(leader());
        followers().ifPresent(sentences::add);
        yardsticks().ifPresent(sentences::add);
        guessing().ifPresent(sentences::add);
        seeds().ifPresent(sentences::add);
        optimism().ifPresent(sentences::add);
        contenders.stream()
                .filter(one -> !one.exploded().isEmpty())
                .forEach(one -> sentences.add(exploded(
                        one.contender().name(),
                        one.exploded().size(),
                        one.runs().size())));
        absent.forEach(one ->
                sentences.add(exploded(one.contender().name(), one.exploded().size(), one.runs())));
        return sentences;
    }

    private static String name(ContenderFindings contender) {
        return Wording.name(contender.contender().name());
    }

    private static String accuracy(ContenderFindings contender) {
        return String.format(
                Locale.ROOT,
                "%s (95 %% interval %.1f to %.1f)",
                Wording.percent(contender.accuracy().mean()),
                100 * contender.accuracy().low(),
                100 * contender.accuracy().high());
    }

    private String leader() {
        ContenderFindings best = ranking.get(0);
        return name(best) + (ranking.size() == 1 ? " is right on " : " is the most accurate: it is right on ")
                + accuracy(best) + " of the reviews.";
    }

    /** Nothing where it is alone. */
    private Optional<String> followers() {
        List<String> level = new ArrayList<>();
        List<String> worse = new ArrayList<>();
        List<String> behind = new ArrayList<>();
        for (ContenderFindings other : ranking.subList(1, ranking.size())) {
            (!toldApart(ranking.get(0), other) ? level : isSure(ranking.get(0), other) ? behind : worse)
                    .add(name(other));
        }
        List<String> parts = new ArrayList<>();
        String apart = " cannot be told from " + name(ranking.get(0));
        add(parts, level, apart, apart);
        add(parts, worse, " does worse with " + these(), " do worse with " + these());
        add(parts, behind, " is behind", " are behind");
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts) + ".");
    }

    private static void add(List<String> parts, List<String> names, String one, String more) {
        if (!names.isEmpty()) {
            parts.add(Wording.list(names) + (names.size() == 1 ? one : more));
        }
    }

    private String these() {
        return conditions.folds() > 1 ? "these folds" : conditions.seeds().size() == 1 ? "this seed" : "these seeds";
    }

    private boolean isSure(ContenderFindings one, ContenderFindings other) {
        return pair(one, other)
                .filter(pair -> pair.verdict() == PairFindings.Verdict.BETTER)
                .isPresent();
    }

    private boolean toldApart(ContenderFindings one, ContenderFindings other) {
        return pair(one, other)
                .filter(pair -> TOLD_APART.contains(pair.verdict()))
                .isPresent();
    }

    private Optional<PairFindings> pair(ContenderFindings one, ContenderFindings other) {
        Set<String> both = Set.of(one.contender().name(), other.contender().name());
        return pairs.stream()
                .filter(pair -> both.equals(Set.of(pair.first(), pair.second())))
                .findFirst();
    }

    /** Several models together are neither. */
    private static boolean isRecurrent(ContenderFindings contender) {
        return CellKind.named(contender.contender().cell())
                .map(CellKind::hasStates)
                .orElse(false);
    }

    private static boolean isYardstick(ContenderFindings contender) {
        return YARDSTICKS.contains(contender.contender().cell());
    }

    /** Whether reading in order is worth anything. */
    private Optional<String> yardsticks() {
        Optional<ContenderFindings> cell =
                ranking.stream().filter(Conclusions::isRecurrent).findFirst();
        Optional<ContenderFindings> yardstick =
                ranking.stream().filter(Conclusions::isYardstick).findFirst();
        if (cell.isEmpty() || yardstick.isEmpty()) {
            return Optional.empty();
        }
        String net = name(cell.get());
        String blind = name(yardstick.get()) + ", which knows "
                + (yardstick.get().contender().cell().equals(CellKind.BAG.toString()) ? "nothing" : "little")
                + " of the order of words";
        String reached = Wording.percent(cell.get().accuracy().mean());
        String yard = Wording.percent(yardstick.get().accuracy().mean());
        if (!toldApart(cell.get(), yardstick.get())) {
            return Optional.of("Reading in order is not shown to be worth anything here: " + net + " (" + reached
                    + "), the best recurrent net, cannot be told from " + blind + " (" + yard + ").");
        }
        return Optional.of(
                cell.get().accuracy().mean() > yardstick.get().accuracy().mean()
                        ? "Reading in order is worth something here: " + net + " (" + reached + ") beats " + blind
                                + " (" + yard + ")."
                        : "No recurrent net beats the yardsticks: " + blind + " (" + yard + "), is ahead of " + net
                                + ", the best of them (" + reached + ").");
    }

    private Optional<String> guessing() {
        int[] counts = new int[reviews.classes()];
        for (int own : reviews.truth()) {
            counts[own]++;
        }
        int most = 0;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        double share = (double) most / reviews.size();
        List<String> guessers = ranking.stream()
                .filter(one -> one.accuracy().low() <= share)
                .map(Conclusions::name)
                .toList();
        if (guessers.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Wording.list(guessers) + (guessers.size() == 1 ? " is" : " are")
                + " not shown to be better than always saying the most frequent label ("
                + Wording.percent(share) + ").");
    }

    private Optional<String> seeds() {
        boolean drawn =
                ranking.stream().anyMatch(one -> one.runs().get(0).seed().isPresent());
        return drawn && conditions.seeds().size() == 1 && conditions.folds() == 1
                ? Optional.of("There is one seed: what is said holds for these models and not for the cells.")
                : Optional.empty();
    }

    private Optional<String> optimism() {
        boolean chosen = conditions.comparedOn().equals(TestReviews.Kind.VALIDATION.toString())
                && ranking.stream()
                        .anyMatch(one -> !one.contender()
                                .settings()
                                .getOrDefault(Setting.STOP_ON.toString(), "none")
                                .equals("none"));
        return chosen
                ? Optional.of(
                        "Each training chose its best epoch by these very reviews, so all figures are a little too good;"
                                + " reviews of a test part say more.")
                : Optional.empty();
    }

    private static String exploded(String contender, int exploded, int ended) {
        return String.format(
                Locale.ROOT,
                "The loss of %s exploded in %d of %s%s",
                Wording.name(contender),
                exploded,
                Wording.count(exploded + ended, "run", "runs"),
                ended == 0 ? "." : ", which count nowhere else.");
    }
}
