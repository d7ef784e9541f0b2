package tritone.cli;

import java.nio.file.Path;
import java.util.Locale;
import tritone.pretraining.PretrainingText;
import tritone.pretraining.SkipGramPlan;
import tritone.tensors.Precision;
import tritone.vectors.WordVectors;

/**
 * What {@code pretrain vectors} made.
 *
 * @param words with a vector: those of the vocabulary that stand in the text
 * @param tokens that were learnt from, each as often as there were rounds
 * @param seconds of learning, without the reading of the corpora
 */
record VectorsReport(
        String vocabulary,
        int words,
        String precision,
        SkipGramPlan plan,
        long reviews,
        long tokens,
        double seconds,
        double tokensPerSecond) {
    static VectorsReport of(
            Path output,
            SkipGramPlan plan,
            Precision precision,
            PretrainingText text,
            WordVectors vectors,
            double seconds) {
        long tokens = plan.rounds() * text.tokens();
        return new VectorsReport(
                output.toString(),
                vectors.coverage().words(),
                precision.toString(),
                plan,
                text.reviews(),
                tokens,
                seconds,
                tokens / seconds);
    }

    String render() {
        return String.format(
                Locale.ROOT,
                "%s: %,d words of %,d numbers, learnt from %,d tokens of %,d reviews in %.1f s, %,.0f tokens/s%n",
                vocabulary,
                words,
                plan.numbers(),
                tokens,
                reviews,
                seconds,
                tokensPerSecond);
    }
}
