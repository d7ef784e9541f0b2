package tritone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import tritone.comparison.CaseReader;
import tritone.comparison.Comparison;
import tritone.comparison.Conditions;
import tritone.comparison.ContenderFindings;
import tritone.comparison.Entrant;
import tritone.comparison.Findings;
import tritone.comparison.Origin;
import tritone.comparison.ReviewFacts;
import tritone.comparison.RunFindings;
import tritone.comparison.Sizes;
import tritone.comparison.TestReviews;
import tritone.comparison.Trial;
import tritone.corpus.CorpusPart;
import tritone.encoding.EncodedCorpus;
import tritone.files.WholeFile;
import tritone.model.CorpusSource;
import tritone.model.Machine;
import tritone.model.ModelFolder;
import tritone.model.Software;
import tritone.report.ComparisonDocument;
import tritone.report.Json;
import tritone.report.ReportFolder;

/**
 * What models that were trained elsewhere said of the same reviews, as a report.
 *
 * @param heldOut whether the reviews are those that their trainings validated on
 * @param command as it was typed
 */
record EvaluatedPages(CorpusPart part, boolean heldOut, List<EvaluatedModel> models, String command) {
    void write(Path folder, EvaluationReport figures) throws IOException {
        ReviewFacts reviews = reviews();
        List<Entrant> entrants = entrants();
        Comparison comparison = Findings.of(conditions(reviews), reviews, entrants, origin());
        CaseReader reader = new CaseReader(part, (name, place) -> folderOf(name));
        ReportFolder report = new ReportFolder(folder);
        report.write(ComparisonDocument.of(
                "Evaluation on " + part.name(),
                comparison,
                reader.read(comparison.disagreements().onlyOneRight()),
                reader.read(comparison.disagreements().worstErrors())));
        report.writePredictions(reviews, entrants);
        WholeFile.write(
                folder.resolve("evaluation.json"), file -> Files.writeString(file, Json.render(figures) + "\n"));
    }

    private Conditions conditions(ReviewFacts reviews) {
        return new Conditions(
                part.name(),
                (heldOut ? TestReviews.Kind.VALIDATION : TestReviews.Kind.TEST).toString(),
                part.name(),
                reviews.size(),
                reviews.labels(),
                List.of(),
                1,
                "nothing",
                List.of());
    }

    private ReviewFacts reviews() {
        EvaluatedModel first = models.get(0);
        if (models.stream().map(EvaluatedModel::name).distinct().count() < models.size()) {
            throw new UnusableModelException("a report needs each model once");
        }
        for (EvaluatedModel other : models) {
            if (!other.labels().equals(first.labels()) || !Arrays.equals(other.reviews(), first.reviews())) {
                throw new UnusableModelException(
                        "a report needs models of the same labels on the same reviews, but those of " + first.name()
                                + " and " + other.name() + " differ");
            }
        }
        EncodedCorpus corpus = first.corpus();
        int[] places = first.reviews();
        return new ReviewFacts(
                first.labels(),
                Arrays.stream(places).mapToObj(corpus::id).toList(),
                places,
                first.truth(),
                Arrays.stream(places).map(corpus::length).toArray(),
                Arrays.stream(places)
                        .mapToDouble(place -> corpus.rating(place).orElse(Double.NaN))
                        .toArray());
    }

    private List<Entrant> entrants() {
        Map<String, Integer> variations = new HashMap<>();
        List<Entrant> entrants = new ArrayList<>();
        for (EvaluatedModel model : models) {
            int variation = variations.merge(model.cell(), 1, Integer::sum) - 1;
            Map<String, String> settings = new LinkedHashMap<>();
            if (folderOf(model.name()).isPresent()) {
                settings.putAll(model.model().training().plan());
            }
            entrants.add(Entrant.of(
                    new ContenderFindings.Identity(model.name(), model.cell(), variation, settings),
                    size(model),
                    new Trial(OptionalLong.empty(), model.probabilities(), new int[model.truth().length]),
                    new RunFindings(
                            OptionalLong.empty(),
                            Optional.empty(),
                            model.evaluation().accuracy().value(),
                            model.evaluation().probabilities().logLoss(),
                            OptionalInt.empty(),
                            OptionalInt.empty(),
                            OptionalDouble.empty(),
                            model.model().architecture().temperature(),
                            List.of())));
        }
        return entrants;
    }

    private static ContenderFindings.Size size(EvaluatedModel model) {
        Optional<Path> folder = folderOf(model.name());
        return folder.isEmpty()
                ? new ContenderFindings.Size(0, 0, OptionalLong.empty())
                : new ContenderFindings.Size(
                        Sizes.parameters(model.model()), ModelFolder.bytes(folder.get()), OptionalLong.empty());
    }

    /** Where it stands; nowhere if it is what several say together. */
    private static Optional<Path> folderOf(String name) {
        return Optional.of(Models.folder(name)).filter(ModelFolder::isModel);
    }

    private Origin origin() throws IOException {
        Set<CorpusSource> corpora = new LinkedHashSet<>();
        if (!part.isStream()) {
            corpora.add(new CorpusSource(part.name(), "test", part.fingerprint()));
        }
        return new Origin(
                command,
                Software.here(),
                List.copyOf(corpora),
                new Origin.Times(LocalDate.now(ZoneOffset.UTC).toString(), Machine.here(), 0));
    }
}
