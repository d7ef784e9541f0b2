package tritone.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tritone.network.CellKind;

/** Finds reviews that tell contenders apart. Only their first trials are looked at, whose models can be asked why. */
final class DisagreementFinder {
    /** Reviews of each kind for each contender. */
    private static final int MOST = 3;

    private static final int MOST_SPEAKERS = 5;

    private final ReviewFacts reviews;
    private final List<Entrant> entrants;

    DisagreementFinder(ReviewFacts reviews, List<Entrant> entrants) {
        this.reviews = reviews;
        this.entrants =
                entrants.stream().filter(entrant -> !entrant.trials().isEmpty()).toList();
    }

    Disagreements find() {
        List<Entrant> cells = speakers();
        List<Disagreements.Loner> loners = new ArrayList<>();
        List<Disagreements.Case> onlyOneRight = new ArrayList<>();
        for (Entrant entrant : cells.size() > 1 ? cells : List.<Entrant>of()) {
            List<Integer> alone = alone(entrant, cells);
            loners.add(new Disagreements.Loner(name(entrant), alone.size()));
            alone.stream().limit(MOST).forEach(review -> onlyOneRight.add(about(entrant, review, cells)));
        }
        List<Disagreements.Case> worst = new ArrayList<>();
        for (Entrant entrant : cells) {
            errors(entrant).stream().limit(MOST).forEach(review -> worst.add(about(entrant, review, List.of(entrant))));
        }
        return new Disagreements(loners, onlyOneRight, worst);
    }

    /** The recurrent ones, of many variations the first; where there is none, whoever is there. */
    private List<Entrant> speakers() {
        List<Entrant> recurrent = entrants.stream()
                .filter(entrant -> CellKind.named(entrant.identity().cell())
                        .map(CellKind::hasStates)
                        .orElse(true))
                .toList();
        if (recurrent.isEmpty()) {
            return entrants;
        }
        return recurrent.size() <= MOST_SPEAKERS
                ? recurrent
                : recurrent.stream()
                        .filter(entrant -> entrant.identity().variation() == 0)
                        .toList();
    }

    private static String name(Entrant entrant) {
        return entrant.identity().name();
    }

    private boolean isRight(Entrant entrant, int review) {
        return predicted(entrant, review) == reviews.truth()[review];
    }

    private int predicted(Entrant entrant, int review) {
        return entrant.trials().get(0).predicted(review, reviews.classes());
    }

    private float probability(Entrant entrant, int review) {
        int classes = reviews.classes();
        return entrant.trials().get(0).probabilities()[review * classes + predicted(entrant, review)];
    }

    /** The reviews that it alone is right about, the surest first. */
    private List<Integer> alone(Entrant entrant, List<Entrant> all) {
        return surestFirst(
                entrant,
                IntStream.range(0, reviews.size())
                        .filter(review -> all.stream().allMatch(one -> isRight(one, review) == (one == entrant)))
                        .boxed()
                        .toList());
    }

    private List<Integer> errors(Entrant entrant) {
        return surestFirst(
                entrant,
                IntStream.range(0, reviews.size())
                        .filter(review -> !isRight(entrant, review))
                        .boxed()
                        .toList());
    }

    private List<Integer> surestFirst(Entrant entrant, List<Integer> some) {
        return some.stream()
                .sorted(Comparator.comparingDouble((Integer review) -> -probability(entrant, review)))
                .toList();
    }

    /** The one that it is about speaks first. */
    private Disagreements.Case about(Entrant entrant, int review, List<Entrant> speakers) {
        List<Entrant> inOrder = new ArrayList<>(List.of(entrant));
        speakers.stream().filter(one -> one != entrant).forEach(inOrder::add);
        return new Disagreements.Case(
                name(entrant),
                reviews.ids().get(review),
                reviews.places()[review],
                reviews.labels().get(reviews.truth()[review]),
                inOrder.stream()
                        .map(one -> new Disagreements.Said(
                                name(one), reviews.labels().get(predicted(one, review)), probability(one, review)))
                        .toList());
    }
}
