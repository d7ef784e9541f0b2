package tritone.baseline;

import java.util.Arrays;
import tritone.kernel.Workers;
import tritone.vocabulary.Vocabulary;

/** Finds the words and phrases that stand in enough reviews. */
final class FeatureCounter {
    private final int[][] reviews;
    private final int minCount;
    private final int[] counts; // [word] reviews with it

    /** Counts the words; every id must be below {@code vocabulary}. */
    FeatureCounter(int[][] reviews, int vocabulary, int minCount) {
        this.reviews = reviews;
        this.minCount = minCount;
        counts = new int[vocabulary];
        int[] last = new int[vocabulary]; // [word] the last review with it, from 1
        for (int review = 0; review < reviews.length; review++) {
            for (int id : reviews[review]) {
                Features.checkId(id, vocabulary);
                counts[id] += last[id] == review + 1 ? 0 : 1;
                last[id] = review + 1;
            }
        }
    }

    /** A copy of a review in which rare words are unknown ones; its phrases with them would be rare as well. */
    int[] withoutRareWords(int[] review) {
        int[] frequent = new int[review.length];
        for (int i = 0; i < review.length; i++) {
            boolean rare = !Features.isWord(review[i]) || counts[review[i]] < minCount;
            frequent[i] = rare ? Vocabulary.UNKNOWN : review[i];
        }
        return frequent;
    }

    /** The phrases of two to this many words that stand in enough reviews, as pairs in ascending order. */
    long[] pairs(int phraseWords, Workers workers) {
        int[][] frequent = Arrays.stream(reviews).map(this::withoutRareWords).toArray(int[][]::new);
        return new PhraseCounter(frequent, counts.length, minCount, workers).pairs(phraseWords);
    }
}
