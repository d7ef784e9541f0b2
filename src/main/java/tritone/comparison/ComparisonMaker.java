package tritone.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tritone.model.CorpusSource;
import tritone.model.Machine;
import tritone.model.Software;

/** Makes a comparison of what became of an experiment's runs. */
public final class ComparisonMaker {
    private final ComparisonPlan plan;
    private final TestReviews tests;
    private final List<RunOutcome> outcomes;
    private final ReviewFacts reviews;
    private final List<Entrant> entrants;

    public ComparisonMaker(ComparisonPlan plan, TestReviews tests, List<RunOutcome> outcomes) {
        this.plan = plan;
        this.tests = tests;
        this.outcomes = outcomes;
        reviews = Entrants.facts(outcomes);
        entrants = new Entrants(plan, reviews).of(outcomes);
    }

    /**
     * Everything that may be said.
     *
     * @param varied what contenders differ in, as it was typed
     */
    public Comparison comparison(String corpus, List<String> varied, String command) throws IOException {
        return Findings.of(
                new Conditions(
                        corpus,
                        tests.kind().toString(),
                        tests.part().name(),
                        reviews.size(),
                        reviews.labels(),
                        plan.seeds(),
                        plan.folds(),
                        plan.match().toString(),
                        varied),
                reviews,
                entrants,
                origin(command));
    }

    private Origin origin(String command) throws IOException {
        Set<CorpusSource> corpora = new LinkedHashSet<>();
        double seconds = 0;
        for (RunOutcome outcome : outcomes) {
            if (outcome.done().isPresent()) {
                corpora.addAll(outcome.done().get().model().provenance().corpora());
                seconds += outcome.done().get().record().seconds();
            }
        }
        if (tests.kind() == TestReviews.Kind.TEST) {
            corpora.add(
                    new CorpusSource(tests.part().name(), "test", tests.part().fingerprint()));
        }
        return new Origin(
                command,
                Software.here(),
                List.copyOf(corpora),
                new Origin.Times(LocalDate.now(ZoneOffset.UTC).toString(), Machine.here(), seconds));
    }

    public ReviewFacts reviews() {
        return reviews;
    }

    public List<Entrant> entrants() {
        return entrants;
    }

    /** Reads the cases of a comparison with the models of the first seed, each review with the one that held it back. */
    public List<CaseReader.ReadCase> read(List<Disagreements.Case> cases) throws IOException {
        Map<String, Path> models = new HashMap<>();
        for (RunOutcome outcome : outcomes) {
            if (outcome.done().isPresent()) {
                for (int place : outcome.done().get().answers().places()) {
                    models.putIfAbsent(
                            outcome.run().contender().name() + '\n' + place,
                            outcome.done().get().folder());
                }
            }
        }
        return new CaseReader(
                        tests.part(), (contender, place) -> Optional.ofNullable(models.get(contender + '\n' + place)))
                .read(cases);
    }
}
