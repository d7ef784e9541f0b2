package tritone.pretraining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import tritone.kernel.Workers;
import tritone.model.LanguageModel;
import tritone.network.LanguageModelShape;

/** Learns a language model by a plan, pass by pass. Equal plans and texts give equal bits on any number of threads. */
public final class LanguageModelTraining {
    /** Reviews that perplexity is taken on: a softmax over all words takes a hundred times as long as one over some. */
    private static final int HELD_OUT_REVIEWS = 400;

    /** Of their counts that probabilities of candidates are proportional to. */
    private static final double POWER = 0.5;

    /** A prime, so that passes of neighbouring seeds do not share their orders. */
    private static final long PASSES_APART = 1_000_003;

    private final LanguageModelPlan plan;
    private final PretrainingText text;
    private final LanguageModelShape shape;
    private final TextPieces pieces;
    private final Map<String, float[]> weights;
    private final LanguageModelTrainer trainer;
    private final List<int[]> heldOut;
    private final Workers workers;
    private final LanguageModelWatcher watcher;

    private final List<PassRecord> records = new ArrayList<>();
    private long steps;
    private long tokens;
    private long nanos;

    public LanguageModelTraining(
            LanguageModelPlan plan, PretrainingText text, int threads, LanguageModelWatcher watcher) {
        this.plan = plan;
        this.text = text;
        this.watcher = watcher;
        workers = Workers.of(threads);
        shape = shape(plan, text.vocabulary().size());
        pieces = new TextPieces(text.learnt(), plan.piece());
        if (pieces.size() == 0) {
            throw new PretrainingException("expected reviews of two words or more but found none");
        }
        long[] counts = text.counts();
        weights = LanguageModelStart.weights(plan, shape, counts);
        long seed = plan.network().loop().seed();
        CandidateSampler sampler = new CandidateSampler(counts, plan.candidates(), POWER, seed);
        double bound = plan.network().learning().clipping().norm();
        trainer = new LanguageModelTrainer(shape, weights, sampler, bound, workers);
        heldOut = text.heldOut().map(held -> some(held, plan.piece())).orElse(List.of());
    }

    private static LanguageModelShape shape(LanguageModelPlan plan, int vocabulary) {
        LanguageModelShape shape = plan.shape(vocabulary);
        try {
            shape.parameters();
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new PretrainingException("the language model would be too large: " + e.getMessage());
        }
        return shape;
    }

    /** The beginnings of reviews that lie evenly apart. */
    private static List<int[]> some(ReviewText held, int most) {
        int count = Math.min(HELD_OUT_REVIEWS, held.reviews().length);
        return IntStream.range(0, count)
                .map(i -> held.reviews()[(int) ((long) held.reviews().length * i / count)])
                .mapToObj(review -> {
                    int[] ids = new int[Math.min(most, held.corpus().length(review))];
                    held.corpus().copyIds(review, 0, ids, 0, ids.length);
                    return ids;
                })
                .toList();
    }

    /** Runs to the end; nothing if the watcher stopped it. */
    public Optional<LanguageModelRun> run() {
        int passes = plan.passes();
        for (int pass = 1; pass <= passes; pass++) {
            OptionalDouble loss = runPass(pass);
            if (loss.isEmpty()) {
                return Optional.empty();
            }
            checkWeights();
            PassRecord record = new PassRecord(pass, loss.getAsDouble(), perplexity(), nanos / 1e9);
            records.add(record);
            watcher.pass(record);
        }
        LanguageModel model = new LanguageModel(shape, text.vocabulary(), weights);
        return Optional.of(new LanguageModelRun(model, records, tokens, nanos / 1e9));
    }

    /** Absent where nothing that is held out is two words long. */
    private OptionalDouble perplexity() {
        double perplexity = new Perplexity(shape, weights, workers).of(heldOut);
        return Double.isNaN(perplexity) ? OptionalDouble.empty() : OptionalDouble.of(perplexity);
    }

    /** The mean loss of a batch. */
    private OptionalDouble runPass(int pass) {
        int batch = plan.batch();
        int passes = plan.passes();
        long all = steps();
        long seed = plan.network().loop().seed() * PASSES_APART + pass;
        double losses = 0;
        int done = 0;
        for (TextPieces.Batch pieceBatch : pieces.shuffled(batch, seed)) {
            if (watcher.wantsToStop()) {
                return OptionalDouble.empty();
            }
            losses += step(pieceBatch);
            done++;
            double left = nanos / 1e9 * (all - steps) / steps;
            watcher.step(new LanguageModelWatcher.Progress(
                    pass, passes, steps, all, losses / done, tokens / (nanos / 1e9), left));
        }
        return OptionalDouble.of(losses / done);
    }

    /** The last step of a pass may have gone too far, and no other one would say so. */
    private void checkWeights() {
        try {
            shape.parameters().forEach(parameter -> parameter.check(weights.get(parameter.name())));
        } catch (IllegalArgumentException e) {
            throw exploded(e, steps, rate(steps - 1));
        }
    }

    private double rate(long step) {
        return plan.network().rate().at((double) step / steps());
    }

    /** Of all passes. */
    private long steps() {
        return (long) plan.passes() * pieces.batches(plan.batch());
    }

    private static PretrainingException exploded(RuntimeException problem, long step, double rate) {
        return new PretrainingException(String.format(
                Locale.ROOT,
                "%s at step %d, at a learning rate of %.3g; try a lower --rate",
                problem.getMessage(),
                step,
                rate));
    }

    private double step(TextPieces.Batch batch) {
        long started = System.nanoTime();
        double loss;
        try {
            loss = trainer.fit(batch.ids(), rate(steps));
        } catch (ArithmeticException | IllegalArgumentException e) { // a cell refuses weights that are infinite
            throw exploded(e, steps + 1, rate(steps));
        }
        steps++;
        tokens += batch.tokens();
        nanos += System.nanoTime() - started;
        return loss;
    }
}
