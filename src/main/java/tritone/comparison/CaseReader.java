package tritone.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import tritone.classification.Classifier;
import tritone.classification.ExplainedPrediction;
import tritone.corpus.CorpusPart;
import tritone.corpus.Review;
import tritone.corpus.ReviewReader;

/** Reads cases again as texts and lets the models that answered say why. */
public final class CaseReader {
    private final CorpusPart part;
    private final Answering answering;

    /** {@code part} is where cases stand. */
    public CaseReader(CorpusPart part, Answering answering) {
        this.part = part;
        this.answering = answering;
    }

    /** Which model answered for a review; none where several did together. */
    @FunctionalInterface
    public interface Answering {
        Optional<Path> model(String contender, int place);
    }

    /**
     * A case with its text.
     *
     * @param why in the order of what was said; absent where a model cannot say
     */
    public record ReadCase(
            Disagreements.Case about, String text, OptionalDouble rating, List<Optional<ExplainedPrediction>> why) {}

    /** These cases in their order; none of a part that can be read only once. */
    public List<ReadCase> read(List<Disagreements.Case> cases) throws IOException {
        if (part.isStream()) {
            return List.of();
        }
        Map<Integer, Review> reviews = reviews(cases);
        Map<Path, Classifier> open = new HashMap<>();
        List<ReadCase> read = new ArrayList<>();
        for (Disagreements.Case about : cases) {
            Review review = reviews.get(about.place());
            List<Optional<ExplainedPrediction>> why = new ArrayList<>();
            for (Disagreements.Said said : about.said()) {
                Optional<Path> model = answering.model(said.contender(), about.place());
                if (model.isPresent() && !open.containsKey(model.get())) {
                    open.put(model.get(), Classifier.open(model.get()));
                }
                why.add(model.map(open::get).flatMap(classifier -> explained(classifier, review.text())));
            }
            read.add(new ReadCase(about, review.text(), review.rating(), why));
        }
        open.values().forEach(Classifier::close);
        return read;
    }

    private static Optional<ExplainedPrediction> explained(Classifier classifier, String text) {
        try {
            return Optional.of(classifier.explain(text));
        } catch (ArithmeticException e) { // a ReLU's states grew beyond all numbers on the way
            return Optional.empty();
        }
    }

    private Map<Integer, Review> reviews(List<Disagreements.Case> cases) throws IOException {
        Set<Integer> wanted = new TreeSet<>();
        cases.forEach(about -> wanted.add(about.place()));
        Map<Integer, Review> found = new HashMap<>();
        try (ReviewReader reader = part.open()) {
            int place = 0;
            for (Review next = reader.next(); next != null && found.size() < wanted.size(); next = reader.next()) {
                if (wanted.contains(place)) {
                    found.put(place, next);
                }
                place++;
            }
        }
        return found;
    }
}
