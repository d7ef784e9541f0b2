package tritone.pretraining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import tritone.kernel.Arithmetic;
import tritone.kernel.SkipGram;
import tritone.kernel.Workers;
import tritone.vectors.WordVectors;

/**
 * Learns vectors by skip-gram with negative sampling. A fixed number of shards learn side by side, each from its share of
 * the reviews, and are put together now and then; so the result depends on the seed and the text, not on the threads.
 */
public final class SkipGramTrainer {
    private static final int SHARDS = 2;

    /** Often enough that shards do not drift apart: with four of them every 200,000 they hardly learnt. */
    private static final long TOKENS_TOGETHER = 2_000_000;

    private static final double LEAST_RATE = 1e-4; // share of the first one

    private static final int MOST_NUMBERS = Integer.MAX_VALUE - 8; // the longest array that every virtual machine makes

    private final SkipGramPlan plan;
    private final Arithmetic arithmetic;
    private final Workers workers;
    private final SkipGramWatcher watcher;
    private final long tokensTogether;

    public SkipGramTrainer(SkipGramPlan plan, Arithmetic arithmetic, Workers workers, SkipGramWatcher watcher) {
        this(plan, arithmetic, workers, watcher, TOKENS_TOGETHER);
    }

    SkipGramTrainer(
            SkipGramPlan plan, Arithmetic arithmetic, Workers workers, SkipGramWatcher watcher, long tokensTogether) {
        this.plan = plan;
        this.arithmetic = arithmetic;
        this.workers = workers;
        this.watcher = watcher;
        this.tokensTogether = tokensTogether;
    }

    /** The vectors; nothing if the watcher stopped it. */
    public Optional<WordVectors> learn(PretrainingText text) {
        WordShares shares = WordShares.of(text);
        check(shares, text.vocabulary().size());
        SplittableRandom random = new SplittableRandom(plan.seed());
        float[] beginning = beginning(shares, text.vocabulary().size(), random);
        List<SkipGramShard> shards = new ArrayList<>();
        for (int i = 0; i < SHARDS; i++) {
            shards.add(new SkipGramShard(plan, shares, beginning.clone(), arithmetic));
        }
        Work work = new Work(shards, new ShuffledReviews(text.learnt()), random);
        for (int round = 0; round < plan.rounds(); round++) {
            if (!work.readAll()) {
                return Optional.empty();
            }
            checkVectors(shards.get(0).vectors(), round + 1);
        }
        return Optional.of(new WordVectors(
                text.vocabulary(), plan.numbers(), withoutPadding(shards.get(0).vectors())));
    }

    private void check(WordShares shares, int ids) {
        if (shares.words() < 2) {
            throw new PretrainingException("expected at least 2 different words to learn from but found "
                    + shares.words() + ": lower --min-count, or give more text");
        }
        long numbers = (long) ids * SkipGram.stride(plan.numbers());
        if (numbers > MOST_NUMBERS) {
            throw new PretrainingException("the vectors of " + ids + " ids must have at most " + MOST_NUMBERS
                    + " numbers together but would have " + numbers);
        }
    }

    /** What is no number after a round is none after all of them. */
    private void checkVectors(float[] vectors, int round) {
        for (float value : vectors) {
            if (!Float.isFinite(value)) {
                throw new PretrainingException("the vectors exploded in round " + round + ", at a learning rate of "
                        + plan.rate() + " and a window of " + plan.window() + "; try a lower --rate");
            }
        }
    }

    /** How far it is, and what it is done with. */
    private final class Work {
        private final List<SkipGramShard> shards;
        private final ShuffledReviews reviews;
        private final SplittableRandom random;
        private final long all;
        private long done;

        Work(List<SkipGramShard> shards, ShuffledReviews reviews, SplittableRandom random) {
            this.shards = shards;
            this.reviews = reviews;
            this.random = random;
            this.all = plan.rounds() * reviews.tokens();
        }

        /** Learns from all reviews once, in a new order; false if the watcher stopped it. */
        boolean readAll() {
            reviews.shuffle(random);
            for (int next = 0; next < reviews.size(); ) {
                int end = reviews.after(next, tokensTogether);
                read(next, end);
                if (watcher.wantsToStop()) {
                    return false;
                }
                done += reviews.tokens(next, end);
                watcher.learnt(done, all);
                next = end;
            }
            return true;
        }

        /** Learns from the reviews at these places, every shard from each so-many-th, and puts the shards together. */
        private void read(int from, int to) {
            SplittableRandom[] chances = new SplittableRandom[SHARDS];
            Arrays.setAll(chances, shard -> random.split());
            workers.run(SHARDS, shard -> {
                long tokens = done;
                for (int i = from + shard; i < to && !watcher.wantsToStop(); i += SHARDS) {
                    double left = Math.max(LEAST_RATE, 1 - (double) tokens / all);
                    float rate = (float) (plan.rate() * left);
                    shards.get(shard).learn(reviews.corpus(i), reviews.review(i), rate, chances[shard]);
                    tokens += (long) SHARDS * reviews.length(i);
                }
            });
            new ShardMean(shards, SkipGram.stride(plan.numbers())).putTogether(workers);
        }
    }

    /** Small numbers around zero for words that stand in the text; zeros stay what they are. */
    private float[] beginning(WordShares shares, int ids, SplittableRandom random) {
        int stride = SkipGram.stride(plan.numbers());
        float[] vectors = new float[ids * stride];
        for (int id = 0; id < ids; id++) {
            for (int i = 0; i < plan.numbers() && shares.stands(id); i++) {
                vectors[id * stride + i] = (float) ((random.nextDouble() - 0.5) / plan.numbers());
            }
        }
        return vectors;
    }

    private float[] withoutPadding(float[] vectors) {
        int stride = SkipGram.stride(plan.numbers());
        int ids = vectors.length / stride;
        float[] values = new float[ids * plan.numbers()];
        for (int id = 0; id < ids; id++) {
            System.arraycopy(vectors, id * stride, values, id * plan.numbers(), plan.numbers());
        }
        return values;
    }
}
