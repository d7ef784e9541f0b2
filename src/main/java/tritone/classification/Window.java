package tritone.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import tritone.corpus.Review;
import tritone.corpus.Row;
import tritone.encoding.EncodedText;

/**
 * Rows within which reviews of similar length are put together. Each slice is encoded as soon as it is there; when the
 * window is closed and all of it is encoded, its batches go through the cells.
 */
final class Window {
    private final Classifier classifier;
    private final Executor executor;
    private final StageTimes times;
    private final List<Row> rows = new ArrayList<>();
    private final List<CompletableFuture<List<List<EncodedText>>>> slices = new ArrayList<>();
    private long characters;

    Window(Classifier classifier, Executor executor, StageTimes times) {
        this.classifier = classifier;
        this.executor = executor;
        this.times = times;
    }

    int rows() {
        return rows.size();
    }

    long characters() {
        return characters;
    }

    void add(Intake.Slice slice) {
        rows.addAll(slice.rows());
        characters += slice.characters();
        slices.add(CompletableFuture.supplyAsync(() -> encode(slice.rows()), executor));
    }

    private List<List<EncodedText>> encode(List<Row> some) {
        long started = System.nanoTime();
        List<List<EncodedText>> encoded = some.stream()
                .flatMap(row -> row.review().stream())
                .map(Review::text)
                .map(classifier::encode)
                .toList();
        times.add(StageTimes.Stage.TOKENIZING, started);
        return encoded;
    }

    /** What becomes of the rows, once nothing is added any more. */
    CompletableFuture<List<Outcome>> close() {
        return all(slices).thenCompose(done -> predict()).thenApply(this::outcomes);
    }

    private CompletableFuture<Prediction[]> predict() {
        List<List<EncodedText>> encoded =
                slices.stream().flatMap(slice -> slice.join().stream()).toList();
        Prediction[] predictions = new Prediction[encoded.size()];
        List<CompletableFuture<Void>> batches = Classifier.batches(encoded).stream()
                .map(batch -> CompletableFuture.runAsync(() -> predict(encoded, batch, predictions), executor))
                .toList();
        return all(batches).thenApply(done -> predictions);
    }

    private void predict(List<List<EncodedText>> encoded, int[] batch, Prediction[] predictions) {
        long started = System.nanoTime();
        List<Prediction> said =
                classifier.predict(Arrays.stream(batch).mapToObj(encoded::get).toList());
        IntStream.range(0, batch.length).forEach(i -> predictions[batch[i]] = said.get(i));
        times.add(StageTimes.Stage.CELLS, started);
    }

    private List<Outcome> outcomes(Prediction[] predictions) {
        List<Outcome> outcomes = new ArrayList<>(rows.size());
        int next = 0;
        for (Row row : rows) {
            outcomes.add(
                    new Outcome(row, row.review().isPresent() ? Optional.of(predictions[next++]) : Optional.empty()));
        }
        return outcomes;
    }

    private static CompletableFuture<Void> all(List<? extends CompletableFuture<?>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
    }
}
