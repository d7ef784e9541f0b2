package tritone.baseline;

import java.util.Arrays;

/**
 * Which review has which features, by review and by feature: so both the sums over a review's features and those over a
 * feature's reviews can be shared out among threads without two of them adding to the same number.
 */
final class FeatureMatrix {
    /** Some virtual machines make no longer array. */
    private static final int MAX_ENTRIES = Integer.MAX_VALUE - 8;

    private final int[][] rows; // [review][its features], ascending
    private final int[] columnStarts; // [feature + 1]
    private final int[] columns; // reviews of each feature, ascending

    /** Of rows that hold ascending numbers below {@code features}. */
    FeatureMatrix(int[][] rows, int features) {
        this.rows = rows;
        long entries = Arrays.stream(rows).mapToLong(row -> row.length).sum();
        if (entries > MAX_ENTRIES) {
            throw new IllegalArgumentException(
                    "the reviews must have at most " + MAX_ENTRIES + " features together but had " + entries);
        }
        columnStarts = columnStarts(rows, features);
        columns = new int[(int) entries];
        int[] ends = columnStarts.clone();
        for (int review = 0; review < rows.length; review++) {
            for (int feature : rows[review]) {
                columns[ends[feature]++] = review;
            }
        }
    }

    private static int[] columnStarts(int[][] rows, int features) {
        int[] starts = new int[features + 1];
        for (int[] row : rows) {
            for (int feature : row) {
                starts[feature + 1]++;
            }
        }
        for (int feature = 0; feature < features; feature++) {
            starts[feature + 1] += starts[feature];
        }
        return starts;
    }

    int reviews() {
        return rows.length;
    }

    int features() {
        return columnStarts.length - 1;
    }

    /** How many features this review has. */
    int rowLength(int review) {
        return rows[review].length;
    }

    /** How many reviews have this feature. */
    int columnLength(int feature) {
        return columnStarts[feature + 1] - columnStarts[feature];
    }

    /** How many of the chosen reviews have this feature. */
    int columnCount(int feature, boolean[] chosen) {
        int count = 0;
        for (int i = columnStarts[feature]; i < columnStarts[feature + 1]; i++) {
            count += chosen[columns[i]] ? 1 : 0;
        }
        return count;
    }

    /** The sum of the values of a review's features. */
    double rowSum(int review, double[] values) {
        double sum = 0;
        for (int feature : rows[review]) {
            sum += values[feature];
        }
        return sum;
    }

    /** The sum of the values of a feature's reviews. */
    double columnSum(int feature, double[] values) {
        double sum = 0;
        for (int i = columnStarts[feature]; i < columnStarts[feature + 1]; i++) {
            sum += values[columns[i]];
        }
        return sum;
    }
}
