package tritone.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Parts of a sum that stay in registers while the inner index runs, two vectors wide. Two steps of the index at a time: with
 * one, more than a quarter of the time goes into the loop itself. Eight rows need 32 registers; with 16 they would be
 * spilled in every step, and four rows are fastest.
 */
final class VectorTiles {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();
    static final int WIDTH = 2 * LANES;

    /** Processors with vectors of sixteen floats have 32 registers for them. */
    private static final boolean MANY_REGISTERS = LANES >= 16;

    private VectorTiles() {}

    /** Adds {@code left * panel} to a panel's width of the sum. */
    static void addPanel(Matrix left, float[] panel, float[] sum, int offset, int stride) {
        int pairs = left.columns() & -2;
        int row = 0;
        for (; MANY_REGISTERS && row + 8 <= left.rows(); row += 8) {
            addEightRows(left, row, panel, sum, offset + row * stride, stride);
        }
        for (; row + 4 <= left.rows(); row += 4) {
            addFourRows(left, row, panel, sum, offset + row * stride, stride);
        }
        for (int rest = pairs < left.columns() ? 0 : row; rest < left.rows(); rest++) {
            addRow(left, rest, rest < row ? pairs : 0, panel, sum, offset + rest * stride);
        }
    }

    /** One row, from this inner index on. */
    static void addRow(Matrix left, int row, int from, float[] b, float[] c, int cOffset) {
        float[] a = left.values();
        int inner = left.columns();
        int a0 = left.at(row);
        FloatVector s0 = FloatVector.fromArray(SPECIES, c, cOffset);
        FloatVector s1 = FloatVector.fromArray(SPECIES, c, cOffset + LANES);
        for (int k = from; k < inner; k++) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
            s0 = x.fma(FloatVector.fromArray(SPECIES, b, k * WIDTH), s0);
            s1 = x.fma(FloatVector.fromArray(SPECIES, b, k * WIDTH + LANES), s1);
        }
        s0.intoArray(c, cOffset);
        s1.intoArray(c, cOffset + LANES);
    }

    /** Four rows, up to the last even inner index. */
    private static void addFourRows(Matrix left, int row, float[] b, float[] c, int cOffset, int cStride) {
        float[] a = left.values();
        int pairs = left.columns() & -2;
        int a0 = left.at(row);
        int a1 = a0 + left.rowStride();
        int a2 = a1 + left.rowStride();
        int a3 = a2 + left.rowStride();
        int c0 = cOffset;
        int c1 = c0 + cStride;
        int c2 = c1 + cStride;
        int c3 = c2 + cStride;
        FloatVector s00 = FloatVector.fromArray(SPECIES, c, c0);
        FloatVector s01 = FloatVector.fromArray(SPECIES, c, c0 + LANES);
        FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
        FloatVector s11 = FloatVector.fromArray(SPECIES, c, c1 + LANES);
        FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
        FloatVector s21 = FloatVector.fromArray(SPECIES, c, c2 + LANES);
        FloatVector s30 = FloatVector.fromArray(SPECIES, c, c3);
        FloatVector s31 = FloatVector.fromArray(SPECIES, c, c3 + LANES);
        for (int k = 0; k < pairs; k += 2) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, k * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, k * WIDTH + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            x = FloatVector.broadcast(SPECIES, a[a1 + k]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            x = FloatVector.broadcast(SPECIES, a[a2 + k]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            x = FloatVector.broadcast(SPECIES, a[a3 + k]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            b0 = FloatVector.fromArray(SPECIES, b, k * WIDTH + WIDTH);
            b1 = FloatVector.fromArray(SPECIES, b, k * WIDTH + WIDTH + LANES);
            x = FloatVector.broadcast(SPECIES, a[a0 + k + 1]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            x = FloatVector.broadcast(SPECIES, a[a1 + k + 1]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            x = FloatVector.broadcast(SPECIES, a[a2 + k + 1]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            x = FloatVector.broadcast(SPECIES, a[a3 + k + 1]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + LANES);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LANES);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LANES);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LANES);
    }

    /** Eight rows, up to the last even inner index. */
    private static void addEightRows(Matrix left, int row, float[] b, float[] c, int cOffset, int cStride) {
        float[] a = left.values();
        int pairs = left.columns() & -2;
        int a0 = left.at(row);
        int a1 = a0 + left.rowStride();
        int a2 = a1 + left.rowStride();
        int a3 = a2 + left.rowStride();
        int a4 = a3 + left.rowStride();
        int a5 = a4 + left.rowStride();
        int a6 = a5 + left.rowStride();
        int a7 = a6 + left.rowStride();
        int c0 = cOffset;
        int c1 = c0 + cStride;
        int c2 = c1 + cStride;
        int c3 = c2 + cStride;
        int c4 = c3 + cStride;
        int c5 = c4 + cStride;
        int c6 = c5 + cStride;
        int c7 = c6 + cStride;
        FloatVector s00 = FloatVector.fromArray(SPECIES, c, c0);
        FloatVector s01 = FloatVector.fromArray(SPECIES, c, c0 + LANES);
        FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
        FloatVector s11 = FloatVector.fromArray(SPECIES, c, c1 + LANES);
        FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
        FloatVector s21 = FloatVector.fromArray(SPECIES, c, c2 + LANES);
        FloatVector s30 = FloatVector.fromArray(SPECIES, c, c3);
        FloatVector s31 = FloatVector.fromArray(SPECIES, c, c3 + LANES);
        FloatVector s40 = FloatVector.fromArray(SPECIES, c, c4);
        FloatVector s41 = FloatVector.fromArray(SPECIES, c, c4 + LANES);
        FloatVector s50 = FloatVector.fromArray(SPECIES, c, c5);
        FloatVector s51 = FloatVector.fromArray(SPECIES, c, c5 + LANES);
        FloatVector s60 = FloatVector.fromArray(SPECIES, c, c6);
        FloatVector s61 = FloatVector.fromArray(SPECIES, c, c6 + LANES);
        FloatVector s70 = FloatVector.fromArray(SPECIES, c, c7);
        FloatVector s71 = FloatVector.fromArray(SPECIES, c, c7 + LANES);
        for (int k = 0; k < pairs; k += 2) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, k * WIDTH);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, k * WIDTH + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            x = FloatVector.broadcast(SPECIES, a[a1 + k]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            x = FloatVector.broadcast(SPECIES, a[a2 + k]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            x = FloatVector.broadcast(SPECIES, a[a3 + k]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            x = FloatVector.broadcast(SPECIES, a[a4 + k]);
            s40 = x.fma(b0, s40);
            s41 = x.fma(b1, s41);
            x = FloatVector.broadcast(SPECIES, a[a5 + k]);
            s50 = x.fma(b0, s50);
            s51 = x.fma(b1, s51);
            x = FloatVector.broadcast(SPECIES, a[a6 + k]);
            s60 = x.fma(b0, s60);
            s61 = x.fma(b1, s61);
            x = FloatVector.broadcast(SPECIES, a[a7 + k]);
            s70 = x.fma(b0, s70);
            s71 = x.fma(b1, s71);
            b0 = FloatVector.fromArray(SPECIES, b, k * WIDTH + WIDTH);
            b1 = FloatVector.fromArray(SPECIES, b, k * WIDTH + WIDTH + LANES);
            x = FloatVector.broadcast(SPECIES, a[a0 + k + 1]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            x = FloatVector.broadcast(SPECIES, a[a1 + k + 1]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            x = FloatVector.broadcast(SPECIES, a[a2 + k + 1]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            x = FloatVector.broadcast(SPECIES, a[a3 + k + 1]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            x = FloatVector.broadcast(SPECIES, a[a4 + k + 1]);
            s40 = x.fma(b0, s40);
            s41 = x.fma(b1, s41);
            x = FloatVector.broadcast(SPECIES, a[a5 + k + 1]);
            s50 = x.fma(b0, s50);
            s51 = x.fma(b1, s51);
            x = FloatVector.broadcast(SPECIES, a[a6 + k + 1]);
            s60 = x.fma(b0, s60);
            s61 = x.fma(b1, s61);
            x = FloatVector.broadcast(SPECIES, a[a7 + k + 1]);
            s70 = x.fma(b0, s70);
            s71 = x.fma(b1, s71);
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + LANES);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LANES);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LANES);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LANES);
        s40.intoArray(c, c4);
        s41.intoArray(c, c4 + LANES);
        s50.intoArray(c, c5);
        s51.intoArray(c, c5 + LANES);
        s60.intoArray(c, c6);
        s61.intoArray(c, c6 + LANES);
        s70.intoArray(c, c7);
        s71.intoArray(c, c7 + LANES);
    }
}
