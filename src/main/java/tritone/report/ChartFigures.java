package tritone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The table behind a chart: a row for each point, series after series, without lines that are only there to compare with.
 *
 * @param head the chart's x axes, its y axis and, if a series has them, lower and upper ends
 */
record ChartFigures(List<String> head, List<Group> groups) {
    /**
     * The points of one series.
     *
     * @param rows each as long as the head
     */
    record Group(String name, List<List<String>> rows) {}

    static ChartFigures of(Chart chart) {
        List<Series> shown = shown(chart);
        boolean ends = shown.stream().anyMatch(one -> one.low().length > 0);
        List<String> head = new ArrayList<>(chart.xs().stream().map(Axis::name).toList());
        head.add(chart.y().name());
        if (ends) {
            head.addAll(List.of("from", "to"));
        }
        return new ChartFigures(
                head,
                shown.stream()
                        .map(one -> new Group(name(chart, one), rows(chart, one, ends)))
                        .toList());
    }

    /** The series that the table has and a reader may hide. */
    static List<Series> shown(Chart chart) {
        return chart.series().stream()
                .filter(one -> one.mark() != Series.Mark.GUIDE)
                .toList();
    }

    /** Says of dots that accompany a line of the same name that they do. */
    private static String name(Chart chart, Series one) {
        boolean accompanies = one.mark() == Series.Mark.DASHED
                && chart.series().stream()
                        .anyMatch(other -> other.mark() != Series.Mark.DASHED
                                && other.name().equals(one.name()));
        return accompanies ? one.name() + " (dotted)" : one.name();
    }

    private static List<List<String>> rows(Chart chart, Series one, boolean ends) {
        return IntStream.range(0, one.y().length)
                .mapToObj(point -> row(chart, one, point, ends))
                .toList();
    }

    private static List<String> row(Chart chart, Series one, int point, boolean ends) {
        List<String> row = new ArrayList<>();
        for (int axis = 0; axis < chart.xs().size(); axis++) {
            row.add(Figures.on(chart.xs().get(axis), one.x().get(axis)[point]));
        }
        row.add(Figures.on(chart.y(), one.y()[point]));
        if (ends) {
            boolean has = one.low().length > 0;
            row.add(has ? Figures.on(chart.y(), one.low()[point]) : Figures.NONE);
            row.add(has ? Figures.on(chart.y(), one.high()[point]) : Figures.NONE);
        }
        return row;
    }

    int size() {
        return groups.stream().mapToInt(group -> group.rows().size()).sum();
    }
}
