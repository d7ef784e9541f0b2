package tritone.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import tritone.evaluation.Evaluation;
import tritone.model.Predictor;

/** Reviews and the neutral words that are appended to each of them; see {@link Memory}. */
final class MemoryProbe {
    /** Reviews that a predictor is asked about at a time. */
    private static final int BATCH = 64;

    /** Of them together, if no single review has more: the states of all are in memory. */
    private static final int MOST_TOKENS = 1 << 16;

    private final int[][] reviews;
    private final int[] truth;
    private final int classes;
    private final int[][] appended; // [review][most]

    MemoryProbe(int[][] reviews, int[] truth, int classes, NeutralWords words, long seed) {
        if (reviews.length == 0 || truth.length != reviews.length) {
            throw new IllegalArgumentException("there must be a review at least and a class for each, but "
                    + reviews.length + " and " + truth.length);
        }
        this.reviews = reviews;
        this.truth = truth;
        this.classes = classes;
        SplittableRandom random = new SplittableRandom(seed);
        int most = Memory.APPENDED.get(Memory.APPENDED.size() - 1);
        appended = new int[reviews.length][];
        for (int review = 0; review < reviews.length; review++) {
            appended[review] = words.draw(random.split(), most);
        }
    }

    /** What was reached with so many words. */
    private record Point(int words, double accuracy, double probability) {}

    Memory ask(Predictor predictor) {
        List<Point> points = new ArrayList<>();
        boolean beyondNumbers = false;
        for (int i = 0; i < Memory.APPENDED.size() && !beyondNumbers; i++) {
            try {
                points.add(point(predictor, Memory.APPENDED.get(i)));
            } catch (ArithmeticException e) {
                if (i == 0) {
                    throw e;
                }
                beyondNumbers = true;
            }
        }
        return new Memory(
                points.stream().mapToInt(Point::words).toArray(),
                points.stream().mapToDouble(Point::accuracy).toArray(),
                points.stream().mapToDouble(Point::probability).toArray(),
                beyondNumbers);
    }

    private Point point(Predictor predictor, int words) {
        int right = 0;
        double sum = 0;
        for (int first = 0; first < reviews.length; ) {
            int[][] batch = batch(first, words);
            float[] probabilities = predictor.probabilities(batch);
            for (int i = 0; i < batch.length; i++) {
                int label = truth[first + i];
                right += Evaluation.mostProbable(probabilities, i, classes) == label ? 1 : 0;
                sum += probabilities[i * classes + label];
            }
            first += batch.length;
        }
        return new Point(words, (double) right / reviews.length, sum / reviews.length);
    }

    /** The next reviews, each with so many words behind it. */
    private int[][] batch(int first, int words) {
        List<int[]> batch = new ArrayList<>();
        long tokens = 0;
        for (int review = first; review < reviews.length && batch.size() < BATCH; review++) {
            int length = reviews[review].length + words;
            tokens += length;
            if (tokens > MOST_TOKENS && !batch.isEmpty()) {
                break;
            }
            int[] longer = Arrays.copyOf(reviews[review], length);
            System.arraycopy(appended[review], 0, longer, reviews[review].length, words);
            batch.add(longer);
        }
        return batch.toArray(int[][]::new);
    }
}
