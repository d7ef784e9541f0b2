package tritone.report;

import java.util.List;

/**
 * A table. The first cell of a row names it; cells that begin with a digit or a sign are figures.
 *
 * @param rows each as long as {@code head}
 */
public record Table(String caption, List<String> head, List<List<String>> rows) implements Block {
    public Table {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != head.size()) {
                throw new IllegalArgumentException(
                        "a row must have " + head.size() + " cells but has " + row.size() + ": " + row);
            }
        }
    }

    @Override
    public String in(Form form) {
        return form.table(this);
    }
}
