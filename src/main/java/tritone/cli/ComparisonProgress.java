package tritone.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import tritone.comparison.ComparisonPlan;
import tritone.comparison.Contender;
import tritone.comparison.ExperimentWatcher;
import tritone.comparison.Run;
import tritone.comparison.Wording;
import tritone.training.TrainingWatcher;

/**
 * How far a comparison is: on a terminal a table that grows, with a line for each contender; elsewhere a line for each run.
 */
final class ComparisonProgress implements ExperimentWatcher, AutoCloseable {
    private static final long PAUSE_NANOS = 200_000_000;
    private static final int MOST_FIGURES = 5;

    private final PrintWriter err;
    private final boolean terminal;
    private final BooleanSupplier stop;
    private final int runs;
    private final Map<Contender, Row> rows = new LinkedHashMap<>();
    private Row last;
    private int done;
    private int linesShown;
    private long next;

    ComparisonProgress(ComparisonPlan plan, PrintWriter err, BooleanSupplier stop) {
        this(plan, err, stop, Boolean.getBoolean("tritone.terminal"));
    }

    ComparisonProgress(ComparisonPlan plan, PrintWriter err, BooleanSupplier stop, boolean terminal) {
        this.err = err;
        this.stop = stop;
        this.terminal = terminal;
        runs = plan.runs().size();
        for (Run run : plan.runs()) {
            row(run).runs++;
        }
    }

    /** What is known of a contender. */
    private static final class Row {
        private final List<String> ended = new ArrayList<>();
        private int runs;
        private String now = "";
    }

    /** By name: matching changes what else a contender is. */
    private Row row(Run run) {
        return rows.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(run.contender().name()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> {
                    Row row = new Row();
                    rows.put(run.contender(), row);
                    return row;
                });
    }

    @Override
    public void begin(Run run) {
        last = row(run);
        last.now = "reading";
        show(false);
    }

    @Override
    public void step(Run run, TrainingWatcher.Progress progress) {
        row(run).now = String.format(
                Locale.ROOT,
                "epoch %d of %d, %.0f %%, loss %.4f, %.0f s left",
                progress.epoch(),
                progress.epochs(),
                100.0 * progress.step() / progress.steps(),
                progress.loss(),
                progress.secondsLeft());
        show(false);
    }

    @Override
    public void end(Run run, double accuracy) {
        ended(run, Wording.percent(accuracy));
    }

    @Override
    public void exploded(Run run, String reason) {
        ended(run, "exploded");
    }

    private void ended(Run run, String figure) {
        done++;
        row(run).ended.add(figure);
        row(run).now = "";
        if (terminal) {
            show(true);
        } else {
            err.println(Escaped.text(run + ": " + figure + "  (" + done + " of " + runs + ")"));
            err.flush();
        }
    }

    @Override
    public boolean wantsToStop() {
        return stop.getAsBoolean();
    }

    /** Draws the table over the one before. */
    private void show(boolean now) {
        long time = System.nanoTime();
        if (!terminal || !now && linesShown > 0 && time - next < 0) {
            return;
        }
        next = time + PAUSE_NANOS;
        TextTable table = new TextTable().row("", "runs", "accuracy", "");
        rows.forEach((contender, row) -> table.row(
                Wording.name(contender.name()),
                row.ended.size() + " of " + row.runs,
                row.ended.stream()
                        .skip(Math.max(0, row.ended.size() - MOST_FIGURES))
                        .collect(Collectors.joining("  ")),
                row.now));
        List<String> lines = visible(Escaped.text(table.render()).lines().toList());
        StringBuilder screen = new StringBuilder();
        if (linesShown > 0) {
            screen.append("\u001b[").append(linesShown).append('A');
        }
        for (String line : lines) {
            screen.append('\r').append(shortened(line)).append("\u001b[K\n"); // clears what a longer line left
        }
        linesShown = lines.size();
        err.print(screen);
        err.flush();
    }

    /** The head and as many contenders as fit below it, the one at work among them: the cursor goes no higher than the screen. */
    private List<String> visible(List<String> lines) {
        int room = Terminal.rows() - 2;
        if (lines.size() - 1 <= room) {
            return lines;
        }
        int working = Math.max(0, List.copyOf(rows.values()).indexOf(last));
        int first = Math.max(0, Math.min(working - room / 2, lines.size() - 1 - room));
        List<String> visible = new ArrayList<>(lines.subList(0, 1));
        visible.addAll(lines.subList(1 + first, 1 + first + room));
        return visible;
    }

    /** A line that breaks would spoil the counting of lines. */
    private static String shortened(String line) {
        int width = Terminal.columns() - 1;
        return line.length() <= width ? line : line.substring(0, width);
    }

    @Override
    public void close() {
        err.flush();
    }
}
