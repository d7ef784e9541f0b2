package tritone.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tritone.corpus.CorpusPart;
import tritone.corpus.GroupFile;
import tritone.corpus.Labels;
import tritone.corpus.Quote;
import tritone.corpus.Split;
import tritone.encoding.EncodedCorpus;
import tritone.encoding.EncodingCache;
import tritone.files.Sha256;
import tritone.model.CorpusSource;
import tritone.model.LanguageModel;
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

    /** Where the reviews to validate on are. */
    private record Held(Optional<CorpusPart> part, Set<String> ids, BitSet places) {}

    public TrainingData load(TrainingSources sources, TrainingPlan plan) throws IOException {
        CorpusPart part = sources.corpus().training();
        refuseStream(part);
        Held held = held(sources, part, plan.validation());
        Vocabulary vocabulary = sources.vocabulary().isPresent()
                ? given(sources.vocabulary().get(), plan.text())
                : count(part, held, plan.text());
        EncodedCorpus encoded = encode(part, vocabulary);
        Labels labels = sources.labels().orElseGet(() -> Labels.observed(encoded.labels()));
        List<CorpusSource> read = new ArrayList<>();
        read.add(new CorpusSource(part.name(), "training", part.fingerprint()));
        int[] classes = encoded.classes(labels);
        ReviewSet training = labelled(encoded, classes, held.places, false);
        Optional<ReviewSet> validation = Optional.empty();
        if (held.part.isPresent()) {
            EncodedCorpus other = encode(held.part.get(), vocabulary);
            checkLabels(held.part.get(), other, labels);
            validation = Optional.of(labelled(other, other.classes(labels), new BitSet(), false));
            read.add(new CorpusSource(
                    held.part.get().name(), "validation", held.part.get().fingerprint()));
        } else if (!held.places.isEmpty()) {
            validation = Optional.of(labelled(encoded, classes, held.places, true));
        }
        if (plan.validation().groups().isPresent()) {
            Path file = plan.validation().groups().get();
            read.add(new CorpusSource(
                    file.toString(), "groups", new Sha256().addFile(file).hex()));
        }
        if (plan.text().vocabulary().isPresent()) {
            read.add(new CorpusSource(plan.text().vocabulary().get(), "vocabulary", vocabulary.sha256()));
        }
        check(training, validation, labels, part);
        Map<String, float[]> start = new HashMap<>();
        if (sources.from().isPresent()) {
            LanguageModel from = sources.from().get();
            NetworkPlan network = plan.network().orElseThrow();
            start.putAll(network.start().weights(from, vocabulary, network.shape()));
            read.add(new CorpusSource(network.start().from().orElseThrow(), "language model", from.sum()));
        }
        TrainingData data = new TrainingData(vocabulary, labels, training, validation, start, read);
        plan.network().ifPresent(network -> checkSize(network, data));
        return data;
    }

    private static void checkSize(NetworkPlan network, TrainingData data) {
        try {
            network.spec(data.vocabulary().size(), data.classes()).parameters();
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new TrainingDataException("the network would be too large: " + e.getMessage());
        }
    }

    /** A vocabulary belongs to its chain: a plan that names another one would not say what was done. */
    private static Vocabulary given(Vocabulary vocabulary, TextPlan plan) {
        if (!vocabulary.chain().equals(plan.chain())) {
            throw new TrainingDataException(
                    "the vocabulary " + plan.vocabulary().orElse("") + " needs its own " + Setting.CHAIN + ", "
                            + vocabulary.chain() + ", but the plan's is " + plan.chain());
        }
        return vocabulary;
    }

    private static void refuseStream(CorpusPart part) {
        if (part.isStream()) {
            throw new TrainingDataException(
                    "a training reads its corpus more than once, which a stream does not allow");
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

    private Held held(TrainingSources sources, CorpusPart part, ValidationPlan plan) throws IOException {
        Optional<CorpusPart> own = sources.corpus().part(Split.VALIDATION);
        return switch (plan.source()) {
            case NONE -> new Held(Optional.empty(), Set.of(), new BitSet());
            case CORPUS -> other(sources.validation().orElseThrow().training());
            case CUT -> wanted(cut(part, plan), part);
            case AUTO -> own.isPresent() ? new Held(own, Set.of(), new BitSet()) : cut(part, plan);
        };
    }

    private static Held other(CorpusPart part) {
        refuseStream(part);
        return new Held(Optional.of(part), Set.of(), new BitSet());
    }

    /** Who asks for reviews to validate on must not go without; only a usual share may come to none. */
    private static Held wanted(Held held, CorpusPart part) {
        if (held.places.isEmpty()) {
            throw new TrainingDataException(Setting.VALIDATION + " must take reviews of " + part.name()
                    + " but is so little that it takes none");
        }
        return held;
    }

    private Held cut(CorpusPart part, ValidationPlan plan) throws IOException {
        ReviewIndex index = ReviewIndex.of(part);
        BitSet places = heldOut(index, plan, part.name());
        Set<String> ids = new HashSet<>();
        places.stream().forEach(place -> ids.add(index.ids().get(place)));
        return new Held(Optional.empty(), ids, places);
    }

    /** The places of the reviews of a part that a plan holds back from learning. */
    public static int[] heldOut(CorpusPart part, ValidationPlan plan) throws IOException {
        return heldOut(ReviewIndex.of(part), plan, part.name()).stream().toArray();
    }

    private static BitSet heldOut(ReviewIndex read, ValidationPlan plan, String name) throws IOException {
        ReviewIndex index = read;
        if (plan.groups().isPresent()) {
            Path file = plan.groups().get();
            index = read.with(GroupFile.read(file));
            if (!index.hasGroups()) {
                throw new TrainingDataException(file + ": expected ids of " + name + " but found none of them");
            }
        }
        boolean byGroup = plan.cutBy() == ValidationPlan.CutBy.GROUP
                || plan.cutBy() == ValidationPlan.CutBy.AUTO && index.hasGroups();
        if (byGroup && !index.hasGroups()) {
            throw new TrainingDataException(
                    Setting.CUT_BY + " group needs groups, but " + name + " names none: give " + Setting.GROUPS);
        }
        return ValidationCut.choose(index, plan.amount(), byGroup, plan.seed());
    }

    private Vocabulary count(CorpusPart part, Held held, TextPlan plan) throws IOException {
        try (ReadingWatcher.Reading reading = watcher.begin("counting", part)) {
            CorpusCounts counts = CorpusCounts.of(
                    part, plan.chain(), review -> !held.ids.contains(review.id()), threads, reading::at);
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
