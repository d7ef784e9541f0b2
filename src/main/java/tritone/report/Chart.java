package tritone.report;

import java.util.List;

/**
 * A chart, and with it the table behind it.
 *
 * @param caption what is to be seen, in a sentence or two, for those too who do not see it
 * @param xs the axes among which a reader may choose; the first is shown at first
 */
public record Chart(String title, String caption, List<Axis> xs, Axis y, List<Series> series) implements Block {
    public Chart {
        xs = List.copyOf(xs);
        series = List.copyOf(series);
        for (Series one : series) {
            if (one.x().size() != xs.size()) {
                throw new IllegalArgumentException(one.name() + " must have places on " + xs.size() + " axes but has "
                        + one.x().size());
            }
        }
    }

    @Override
    public String in(Form form) {
        return form.chart(this);
    }
}
