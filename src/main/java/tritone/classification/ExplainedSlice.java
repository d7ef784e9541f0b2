package tritone.classification;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import tritone.corpus.Row;

/** Rows that are explained one by one, on whichever thread is free. */
final class ExplainedSlice {
    private ExplainedSlice() {}

    /** What becomes of the rows of a slice, in their order. */
    static CompletableFuture<List<Outcome>> of(
            Intake.Slice slice, Classifier classifier, Executor executor, StageTimes times) {
        List<CompletableFuture<Outcome>> rows = slice.rows().stream()
                .map(row -> CompletableFuture.supplyAsync(() -> outcome(row, classifier, times), executor))
                .toList();
        return CompletableFuture.allOf(rows.toArray(CompletableFuture[]::new))
                .thenApply(done -> rows.stream().map(CompletableFuture::join).toList());
    }

    private static Outcome outcome(Row row, Classifier classifier, StageTimes times) {
        long started = System.nanoTime();
        Outcome outcome = Outcome.explained(row, classifier);
        times.add(StageTimes.Stage.CELLS, started);
        return outcome;
    }
}
