package tritone.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tritone.corpus.CorpusPart;
import tritone.corpus.Labels;
import tritone.corpus.Quote;
import tritone.encoding.EncodedCorpus;
import tritone.encoding.EncodingCache;
import tritone.model.CorpusSource;
import tritone.model.LanguageModel;
import tritone.vectors.VectorFile;
import tritone.vectors.WordVectors;
import tritone.vocabulary.CorpusCounts;
import tritone.vocabulary.Vocabulary;

/** Reads what a plan learns from: holds reviews back, counts a vocabulary of the others, and encodes all. */
public final class TrainingDataLoader {
    private final EncodingCache cache;
    private final int threads;
    private final ReadingWatcher watcher;

    public TrainingDataLoader(EncodingCache cache, int threads, ReadingWatcher watcher) {
        this.cache = cache;
        this.threads = threads;
        this.watcher = watcher;
    }

    public TrainingData load(TrainingSources sources, TrainingPlan plan) throws IOException {
        return new Loading(sources, plan).load();
    }

    /** One plan's reading, which notes what was read. */
    private final class Loading {
        private final TrainingSources sources;
        private final TrainingPlan plan;
        private final List<CorpusSource> read = new ArrayList<>();

        Loading(TrainingSources sources, TrainingPlan plan) {
            this.sources = sources;
            this.plan = plan;
        }

        TrainingData load() throws IOException {
            CorpusPart part = HeldReviews.checked(sources.corpus().training());
            HeldReviews held = HeldReviews.of(sources.corpus(), sources.validation(), plan.validation());
            Vocabulary vocabulary = vocabulary(part, held);
            EncodedCorpus encoded = encode(part, vocabulary);
            Labels labels = sources.labels().orElseGet(() -> Labels.observed(encoded.labels()));
            read.add(new CorpusSource(part.name(), "training", part.fingerprint()));
            ReviewSet training = labelled(encoded, encoded.classes(labels), held.places(), false);
            Optional<ReviewSet> validation = validation(held, training, labels, vocabulary);
            plan.validation().groupSource().ifPresent(read::add);
            plan.text().source(vocabulary).ifPresent(read::add);
            check(training, validation, labels, part);
            Map<String, float[]> start = start(vocabulary);
            Optional<WordVectors> vectors = vectors(vocabulary);
            Optional<TaughtReviews> taught = taught(labels, vocabulary, known(part, held));
            TrainingData data =
                    new TrainingData(vocabulary, labels, training, validation, taught, start, vectors, read);
            plan.network().ifPresent(network -> checkSize(network, data));
            return data;
        }

        private Vocabulary vocabulary(CorpusPart part, HeldReviews held) throws IOException {
            return sources.vocabulary().isPresent()
                    ? plan.text().checked(sources.vocabulary().get())
                    : count(part, held, plan.text());
        }

        private Optional<ReviewSet> validation(
                HeldReviews held, ReviewSet training, Labels labels, Vocabulary vocabulary) throws IOException {
            if (held.part().isPresent()) {
                CorpusPart part = held.part().get();
                EncodedCorpus other = encode(part, vocabulary);
                checkLabels(part, other, labels);
                read.add(new CorpusSource(part.name(), "validation", part.fingerprint()));
                return Optional.of(labelled(other, other.classes(labels), new BitSet(), false));
            }
            return held.places().isEmpty()
                    ? Optional.empty()
                    : Optional.of(labelled(training.corpus(), training.classes(), held.places(), true));
        }

        private Map<String, float[]> start(Vocabulary vocabulary) {
            if (sources.start().from().isEmpty()) {
                return Map.of();
            }
            LanguageModel from = sources.start().from().get();
            NetworkPlan network = plan.network().orElseThrow();
            read.add(new CorpusSource(network.from().orElseThrow(), "language model", from.sum()));
            return network.start().weights(from, vocabulary, network.shape());
        }

        private Optional<WordVectors> vectors(Vocabulary vocabulary) throws IOException {
            if (sources.start().vectors().isEmpty()) {
                return Optional.empty();
            }
            VectorFile file = sources.start().vectors().get();
            NetworkPlan network = plan.network().orElseThrow();
            read.add(new CorpusSource(network.vectors().orElseThrow(), "vectors", file.sha256()));
            return Optional.of(network.start().vectors(file, vocabulary, network.shape()));
        }

        private Optional<TaughtReviews> taught(Labels labels, Vocabulary vocabulary, List<CorpusPart> known)
                throws IOException {
            TeachingSources teaching = sources.teaching();
            if (teaching.unlabelled().isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Teaching(teaching.teachers(), labels, known, TrainingDataLoader.this::encode)
                    .answers(teaching.unlabelled().get(), vocabulary, read));
        }
    }

    /** Parts that are learnt from or validated on. */
    private static List<CorpusPart> known(CorpusPart part, HeldReviews held) {
        List<CorpusPart> known = new ArrayList<>(List.of(part));
        held.part().ifPresent(known::add);
        return known;
    }

    private static void checkSize(NetworkPlan network, TrainingData data) {
        try {
            network.spec(data.vocabulary().size(), data.classes()).parameters();
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new TrainingDataException("the network would be too large: " + e.getMessage());
        }
    }

    private static void check(ReviewSet training, Optional<ReviewSet> validation, Labels labels, CorpusPart part) {
        long present = IntStream.of(training.ownClasses()).distinct().count();
        if (present < 2) {
            throw new TrainingDataException(part.name() + ": expected reviews of at least two classes to learn from but"
                    + " found " + present + " among " + training.size() + " with a label");
        }
        if (validation.isPresent() && validation.get().size() == 0) {
            throw new TrainingDataException(part.name() + ": expected reviews to validate on, with labels among "
                    + labels + ", but found none");
        }
    }

    /** What is not learnt cannot be validated on, and would be left out without a word. */
    private static void checkLabels(CorpusPart part, EncodedCorpus encoded, Labels labels) {
        for (String label : encoded.labels()) {
            if (labels.indexOf(label) < 0) {
                throw new TrainingDataException(part.name() + ": expected labels among " + labels
                        + ", which are learnt, but found " + Quote.of(label));
            }
        }
    }

    /** The places of the reviews of a part that a plan holds back from learning. */
    public static int[] heldOut(CorpusPart part, ValidationPlan plan) throws IOException {
        return HeldReviews.places(ReviewIndex.of(part), plan, part.name()).stream()
                .toArray();
    }

    private Vocabulary count(CorpusPart part, HeldReviews held, TextPlan plan) throws IOException {
        try (ReadingWatcher.Reading reading = watcher.begin("counting", part)) {
            CorpusCounts counts = CorpusCounts.of(part, plan.chain(), held.places(), threads, reading::at);
            return Vocabulary.of(plan.chain(), counts.tokens(), plan.vocabularySize(), plan.minCount());
        }
    }

    private EncodedCorpus encode(CorpusPart part, Vocabulary vocabulary) throws IOException {
        try (ReadingWatcher.Reading reading = watcher.begin("encoding", part)) {
            return cache.encoded(part, vocabulary, threads, reading::at).corpus();
        }
    }

    private static ReviewSet labelled(EncodedCorpus corpus, int[] classes, BitSet places, boolean wanted) {
        int[] reviews = IntStream.range(0, corpus.size())
                .filter(review -> classes[review] >= 0 && places.get(review) == wanted)
                .toArray();
        return new ReviewSet(corpus, reviews, classes);
    }
}
