package tritone.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tritone.corpus.Corpus;
import tritone.corpus.ReadingOptions;
import tritone.corpus.Review;
import tritone.corpus.ReviewReader;

/**
 * One classifier in eight threads on the sample's reviews. {@code mvn test -Dtest=ClassifierThreadsTest
 * -Dtritone.threads.calls=20000} makes many more calls.
 */
class ClassifierThreadsTest {
    private static final int THREADS = 8;
    private static final int CALLS = Integer.getInteger("tritone.threads.calls", 500);
    private static final long SOME_MEGABYTES = 8 << 20;

    private static List<String> reviews() throws Exception {
        List<String> texts = new ArrayList<>();
        try (ReviewReader reader = Corpus.open(Path.of("corpora/sample/test.tsv"), ReadingOptions.DEFAULTS)
                .parts()
                .get(0)
                .openTexts()) {
            for (Review review = reader.next(); review != null; review = reader.next()) {
                texts.add(review.text());
            }
        }
        return texts;
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void eightThreadsSayWhatOneSaysAndLeaveNothingBehind() throws Exception {
        List<String> texts = reviews();
        try (Classifier classifier = Classifier.open(Path.of("models/imdb-gru"))) {
            List<Prediction> expected = texts.stream().map(classifier::classify).toList();
            askFromAllSides(classifier, texts, expected, THREADS * 4);
            long before = usedBytes();

            askFromAllSides(classifier, texts, expected, CALLS);

            assertThat(usedBytes() - before).as("bytes that stay").isLessThan(SOME_MEGABYTES);
        }
    }

    /** Some ask for one text, some for several together. */
    private static void askFromAllSides(Classifier classifier, List<String> texts, List<Prediction> expected, int calls)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> asked = new ArrayList<>();
            for (int call = 0; call < calls; call++) {
                int first = call * 31 % texts.size();
                int after = call % 5 == 0 ? Math.min(texts.size(), first + 9) : first + 1;
                asked.add(threads.submit(() -> assertThat(
                                after == first + 1
                                        ? List.of(classifier.classify(texts.get(first)))
                                        : classifier.classify(texts.subList(first, after)))
                        .isEqualTo(expected.subList(first, after))));
            }
            for (Future<?> answer : asked) {
                answer.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static long usedBytes() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
