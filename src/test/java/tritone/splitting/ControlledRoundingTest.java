package tritone.splitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ControlledRoundingTest {
    /** Rows that come to whole numbers, in the proportions of one row or in any. */
    private static double[][] table(Random random, int rows, int columns, boolean proportional) {
        double[] shares = random.doubles(columns, 0, 1)
                .map(share -> share < 0.2 ? 0 : share)
                .toArray();
        shares[0] += 0.1;
        double[][] table = new double[rows][];
        for (int row = 0; row < rows; row++) {
            double[] own = proportional ? shares : random.doubles(columns, 0, 1).toArray();
            double sum = Arrays.stream(own).sum();
            int whole = random.nextInt(30);
            table[row] = Arrays.stream(own).map(share -> share / sum * whole).toArray();
        }
        return table;
    }

    private static int sum(int[][] table, int column) {
        return Arrays.stream(table).mapToInt(row -> row[column]).sum();
    }

    @Test
    void cellsRowsAndColumnsAreOffByLessThanOne() {
        Random random = new Random(11);
        for (int i = 0; i < 3000; i++) {
            double[][] table = table(random, 1 + random.nextInt(7), 1 + random.nextInt(6), i % 2 == 0);

            int[][] rounded = ControlledRounding.of(table);

            for (int column = 0; column < table[0].length; column++) {
                int at = column;
                double sum = Arrays.stream(table).mapToDouble(row -> row[at]).sum();
                assertThat(Math.abs(sum(rounded, column) - sum))
                        .as("column of table %d", i)
                        .isLessThan(1);
                for (int row = 0; row < table.length; row++) {
                    assertThat(Math.abs(rounded[row][column] - table[row][column]))
                            .isLessThan(1);
                }
            }
            for (int row = 0; row < table.length; row++) {
                assertThat(Arrays.stream(rounded[row]).sum())
                        .isEqualTo((int) Math.round(Arrays.stream(table[row]).sum()));
            }
        }
    }

    @Test
    void whatIsWholeStays() {
        assertThat(ControlledRounding.of(new double[][] {{3, 0, 0.9999999999}, {1.00000000001, 2, 0}}))
                .isDeepEqualTo(new int[][] {{3, 0, 1}, {1, 2, 0}});
    }

    @Test
    void roundingEachRowForItselfWouldMissTheColumns() {
        double[][] table = {{0.6, 0.4}, {0.6, 0.4}, {0.6, 0.4}, {0.6, 0.4}, {0.6, 0.4}};

        int[][] rounded = ControlledRounding.of(table);

        assertThat(sum(rounded, 0)).isEqualTo(3);
        assertThat(sum(rounded, 1)).isEqualTo(2);
    }
}
