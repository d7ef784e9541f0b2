package tritone.pretraining;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusPart;
import tritone.corpus.Split;
import tritone.encoding.EncodedCorpus;
import tritone.encoding.EncodingCache;
import tritone.model.CorpusSource;
import tritone.training.HeldReviews;
import tritone.training.ReadingWatcher;
import tritone.training.TextPlan;
import tritone.training.ValidationPlan;
import tritone.vocabulary.CorpusCounts;
import tritone.vocabulary.TokenCounts;
import tritone.vocabulary.Vocabulary;

/**
 * Reads what is pre-trained on: of every corpus the part to learn from and the one without labels, never a test part. Of
 * the first corpus those reviews are left out, of the counts too, that a classifier with the same plan would be validated
 * on. Reviews are whole, labels do not matter.
 */
public final class PretrainingTextLoader {
    private final EncodingCache cache;
    private final int threads;
    private final ReadingWatcher watcher;

    public PretrainingTextLoader(EncodingCache cache, int threads, ReadingWatcher watcher) {
        this.cache = cache;
        this.threads = threads;
        this.watcher = watcher;
    }

    public PretrainingText load(PretrainingSources sources, TextPlan text, ValidationPlan validation)
            throws IOException {
        List<CorpusPart> parts = new ArrayList<>();
        for (Corpus corpus : sources.corpora()) {
            parts.add(HeldReviews.checked(corpus.training())); // the first of all is the one that is cut
            corpus.part(Split.UNLABELLED).map(HeldReviews::checked).ifPresent(parts::add);
        }
        HeldReviews held = HeldReviews.of(sources.corpora().get(0), sources.validation(), validation);
        checkHeld(held, parts);
        Vocabulary vocabulary = sources.vocabulary().isPresent()
                ? text.checked(sources.vocabulary().get())
                : count(parts, held, text);
        List<CorpusSource> read = new ArrayList<>();
        List<ReviewText> learnt = new ArrayList<>();
        for (CorpusPart part : parts) {
            BitSet leftOut = learnt.isEmpty() ? held.places() : new BitSet();
            learnt.add(chosen(encode(part, vocabulary), leftOut, false));
            read.add(new CorpusSource(part.name(), "pre-training", part.fingerprint()));
        }
        Optional<ReviewText> heldOut = heldOut(held, learnt.get(0).corpus(), vocabulary, read);
        validation.groupSource().ifPresent(read::add);
        text.source(vocabulary).ifPresent(read::add);
        return new PretrainingText(vocabulary, learnt, heldOut, List.copyOf(read));
    }

    /** What is held back of one part would be learnt after all if it were read again as another. */
    private static void checkHeld(HeldReviews held, List<CorpusPart> parts) {
        List<CorpusPart> whole = held.places().isEmpty() ? parts : parts.subList(1, parts.size());
        CorpusPart validated = held.part().orElse(parts.get(0));
        boolean holds = held.part().isPresent() || !held.places().isEmpty();
        for (CorpusPart part : whole) {
            if (holds && part.sharesFileWith(validated)) {
                throw new PretrainingException(
                        part.name() + ": expected no reviews that are validated on but it holds some");
            }
        }
    }

    private Vocabulary count(List<CorpusPart> parts, HeldReviews held, TextPlan plan) throws IOException {
        TokenCounts all = new TokenCounts();
        BitSet leftOut = held.places();
        for (CorpusPart part : parts) {
            try (ReadingWatcher.Reading reading = watcher.begin("counting", part)) {
                all.addAll(CorpusCounts.of(part, plan.chain(), leftOut, threads, reading::at)
                        .tokens());
            }
            leftOut = new BitSet();
        }
        return Vocabulary.of(plan.chain(), all, plan.vocabularySize(), plan.minCount());
    }

    private EncodedCorpus encode(CorpusPart part, Vocabulary vocabulary) throws IOException {
        try (ReadingWatcher.Reading reading = watcher.begin("encoding", part)) {
            return cache.encoded(part, vocabulary, threads, reading::at).corpus();
        }
    }

    private Optional<ReviewText> heldOut(
            HeldReviews held, EncodedCorpus first, Vocabulary vocabulary, List<CorpusSource> read) throws IOException {
        if (held.part().isPresent()) {
            CorpusPart part = held.part().get();
            read.add(new CorpusSource(part.name(), "validation", part.fingerprint()));
            return Optional.of(chosen(encode(part, vocabulary), new BitSet(), false));
        }
        return held.places().isEmpty() ? Optional.empty() : Optional.of(chosen(first, held.places(), true));
    }

    private static ReviewText chosen(EncodedCorpus corpus, BitSet places, boolean wanted) {
        return new ReviewText(
                corpus,
                IntStream.range(0, corpus.size())
                        .filter(review -> places.get(review) == wanted)
                        .toArray());
    }
}
