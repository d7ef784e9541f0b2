package tritone.model;

import java.util.function.BiConsumer;
import tritone.encoding.Batches;
import tritone.encoding.EncodedCorpus;
import tritone.encoding.ReviewBatch;
import tritone.encoding.Truncation;

/** What a predictor says of many reviews of an encoded corpus. */
public final class Probabilities {
    private static final int BATCH = 64;

    private Probabilities() {}

    /** The probability of each class, {@code [review][classes]}, in the order of {@code reviews}. */
    public static float[] of(
            Predictor predictor, EncodedCorpus corpus, int[] reviews, Truncation truncation, int classes) {
        float[] all = new float[Math.multiplyExact(reviews.length, classes)];
        batches(corpus, reviews, truncation, (sequences, places) -> {
            float[] some = predictor.probabilities(sequences);
            for (int row = 0; row < places.length; row++) {
                System.arraycopy(some, row * classes, all, places[row] * classes, classes);
            }
        });
        return all;
    }

    /** The score of each class, {@code [review][classes]}, in the order of {@code reviews}. */
    public static double[] scores(
            Scorer scorer, EncodedCorpus corpus, int[] reviews, Truncation truncation, int classes) {
        double[] all = new double[Math.multiplyExact(reviews.length, classes)];
        batches(corpus, reviews, truncation, (sequences, places) -> {
            double[] some = scorer.scores(sequences);
            for (int row = 0; row < places.length; row++) {
                System.arraycopy(some, row * classes, all, places[row] * classes, classes);
            }
        });
        return all;
    }

    /** Hands over reviews of similar length together, and where each of them stands among {@code reviews}. */
    private static void batches(
            EncodedCorpus corpus, int[] reviews, Truncation truncation, BiConsumer<int[][], int[]> user) {
        int[] placeOf = new int[corpus.size()];
        for (int i = 0; i < reviews.length; i++) {
            placeOf[reviews[i]] = i;
        }
        Batches batches = Batches.byLength(corpus, reviews, truncation, BATCH);
        for (int i = 0; i < batches.size(); i++) {
            ReviewBatch batch = batches.get(i);
            int[] places = new int[batch.size()];
            for (int row = 0; row < places.length; row++) {
                places[row] = placeOf[batch.reviews()[row]];
            }
            user.accept(batch.sequences(), places);
        }
    }
}
