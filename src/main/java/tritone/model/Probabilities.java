package tritone.model;

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
        int[] placeOf = new int[corpus.size()];
        for (int i = 0; i < reviews.length; i++) {
            placeOf[reviews[i]] = i;
        }
        Batches batches = Batches.byLength(corpus, reviews, truncation, BATCH);
        for (int i = 0; i < batches.size(); i++) {
            ReviewBatch batch = batches.get(i);
            float[] some = predictor.probabilities(batch.sequences());
            for (int row = 0; row < batch.size(); row++) {
                System.arraycopy(some, row * classes, all, placeOf[batch.reviews()[row]] * classes, classes);
            }
        }
        return all;
    }
}
