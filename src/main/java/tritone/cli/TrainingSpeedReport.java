package tritone.cli;

import java.util.List;
import java.util.Locale;

/**
 * What {@code benchmark train} found.
 *
 * @param reviews in a round
 * @param peakGflops what products alone reach on these threads
 */
record TrainingSpeedReport(
        String corpus,
        String preset,
        String engine,
        int threads,
        long reviews,
        double peakGflops,
        List<Result> results) {

    /**
     * One cell.
     *
     * @param tokensPerSecond by the median of the rounds
     * @param firstLoss the mean over the first round
     * @param loss the mean over the last round
     * @param shareOfPeak how much of what products alone reach its products reached, other work included
     */
    record Result(
            String cell,
            double tokensPerSecond,
            Speed reviewsPerSecond,
            double tokensPerReview,
            boolean lazy,
            double firstLoss,
            double loss,
            double shareOfPeak) {}

    String render() {
        TextTable table = new TextTable()
                .row("", "tokens/s", "reviews/s", "from", "to", "tokens/review", "updates", "loss", "of the peak");
        for (Result result : results) {
            table.row(
                    result.cell,
                    TextTable.figure(Math.round(result.tokensPerSecond)),
                    TextTable.figure(Math.round(result.reviewsPerSecond.median())),
                    TextTable.figure(Math.round(result.reviewsPerSecond.min())),
                    TextTable.figure(Math.round(result.reviewsPerSecond.max())),
                    String.format(Locale.ROOT, "%.1f", result.tokensPerReview),
                    result.lazy ? "lazy" : "dense",
                    String.format(Locale.ROOT, "%.3f to %.3f", result.firstLoss, result.loss),
                    TextTable.percent(result.shareOfPeak));
        }
        return String.format(
                Locale.ROOT,
                "%s, network %s, engine %s, %d threads, %,d reviews a round; products alone reach %.0f GFLOP/s%n%n%s",
                corpus,
                preset,
                engine,
                threads,
                reviews,
                peakGflops,
                table.render());
    }
}
