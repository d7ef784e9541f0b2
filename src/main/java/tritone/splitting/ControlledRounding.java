package tritone.splitting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Rounds a table of which every row comes to a whole number: each cell up or down, so that rows come to what they did and
 * columns to what they did, rounded up or down as well. There always is such a table, since there is a flow of fractions
 * through the same bounds, and then there is one of whole numbers.
 */
final class ControlledRounding {
    private static final double ROUNDING = 1e-6;

    private final double[][] cells;
    private final int[][] rounded;
    private final int columns;

    private ControlledRounding(double[][] cells) {
        this.cells = cells;
        this.columns = cells[0].length;
        this.rounded = new int[cells.length][];
    }

    static int[][] of(double[][] cells) {
        ControlledRounding rounding = new ControlledRounding(cells);
        double[] sums = new double[rounding.columns];
        for (int row = 0; row < cells.length; row++) {
            rounding.rounded[row] = round(cells[row]);
            for (int column = 0; column < sums.length; column++) {
                sums[column] += cells[row][column];
            }
        }
        rounding.mend(round(sums));
        return rounding.rounded;
    }

    private static int floor(double value) {
        return (int) Math.floor(value + ROUNDING);
    }

    private static boolean isWhole(double value) {
        return Math.abs(value - Math.rint(value)) < ROUNDING;
    }

    /** Down, and those with the largest remainders up until the sum is right; of equal ones the first. */
    private static int[] round(double[] values) {
        int[] whole = Arrays.stream(values).mapToInt(ControlledRounding::floor).toArray();
        int missing = (int) Math.round(Arrays.stream(values).sum())
                - Arrays.stream(whole).sum();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (!isWhole(values[i])) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble(i -> whole[i] - values[i]));
        for (int i = 0; i < missing; i++) {
            whole[order.get(i)]++;
        }
        return whole;
    }

    /** Moves ones within rows until the columns are right; a move from one column to another may go by way of others. */
    private void mend(int[] wanted) {
        int[] surplus = new int[columns];
        for (int column = 0; column < columns; column++) {
            for (int[] row : rounded) {
                surplus[column] += row[column];
            }
            surplus[column] -= wanted[column];
        }
        for (int from = 0; from < columns; from++) {
            while (surplus[from] > 0) {
                int to = move(from, surplus);
                surplus[from]--;
                surplus[to]++;
            }
        }
    }

    /** Finds the shortest way to a column that lacks something, goes it, and says where it ended. */
    private int move(int from, int[] surplus) {
        int[] rows = new int[columns];
        int[] before = new int[columns];
        Arrays.fill(before, -1);
        before[from] = from;
        Deque<Integer> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            int column = next.remove();
            if (surplus[column] < 0) {
                go(column, before, rows);
                return column;
            }
            for (int other = 0; other < columns; other++) {
                int row = before[other] < 0 ? rowBetween(column, other) : -1;
                if (row >= 0) {
                    before[other] = column;
                    rows[other] = row;
                    next.add(other);
                }
            }
        }
        throw new AssertionError("a table can always be rounded");
    }

    private void go(int end, int[] before, int[] rows) {
        for (int column = end; before[column] != column; column = before[column]) {
            rounded[rows[column]][column]++;
            rounded[rows[column]][before[column]]--;
        }
    }

    /** A row whose cell in one column is rounded up and in the other one down; -1 if there is none. */
    private int rowBetween(int up, int down) {
        for (int row = 0; row < rounded.length; row++) {
            boolean canGive = !isWhole(cells[row][up]) && rounded[row][up] > floor(cells[row][up]);
            boolean canTake = !isWhole(cells[row][down]) && rounded[row][down] == floor(cells[row][down]);
            if (canGive && canTake) {
                return row;
            }
        }
        return -1;
    }
}
