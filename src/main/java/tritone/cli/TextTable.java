package tritone.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of words and figures under each other: the first column to the left, all others to the right. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    TextTable row(String first, List<String> others) {
        List<String> row = new ArrayList<>();
        row.add(first);
        row.addAll(others);
        rows.add(row);
        return this;
    }

    TextTable row(String first, String... others) {
        return row(first, List.of(others));
    }

    String render() {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                if (column == widths.size()) {
                    widths.add(0);
                }
                widths.set(column, Math.max(widths.get(column), width(row.get(column))));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String space = " ".repeat(widths.get(column) - width(row.get(column)));
                line.append(column == 0 ? row.get(0) + space : "  " + space + row.get(column));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    static String figure(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
