package tritone.layers;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import tritone.kernel.SequenceLayout;
import tritone.kernel.Start;
import tritone.kernel.Workers;
import tritone.network.LevelShape;
import tritone.network.Passage;
import tritone.reference.ReferenceLevel;

/** Double precision, on the reference: slow, and only here. Found as a service. */
public final class DoublePrecision implements Precision<double[]> {
    @Override
    public DataType type() {
        return DataType.DOUBLE;
    }

    @Override
    public NumberArrays<double[]> arrays() {
        return new DoubleArrays();
    }

    @Override
    public RecurrentEngine<double[]> engine(LevelShape shape, Workers workers) {
        return new ReferenceEngine(shape);
    }

    private static final class ReferenceEngine implements RecurrentEngine<double[]> {
        private final LevelShape shape;
        private final ReferenceLevel level;
        private Runnable again = () -> {};
        private int window = Integer.MAX_VALUE;

        ReferenceEngine(LevelShape shape) {
            this.shape = shape;
            level = new ReferenceLevel(shape);
        }

        @Override
        public Passage passage(SequenceLayout layout, boolean training) {
            int numbers = layout.sequences() * shape.cell().units();
            Start start = new Start(
                    new float[numbers], new float[shape.cell().variant().hasCellState() ? numbers : 0], new float[0]);
            int cells = shape.cell().direction().cells();
            return new Passage(training, Collections.nCopies(cells, start), new float[0]);
        }

        @Override
        public double[] forward(
                Map<String, double[]> parameters, SequenceLayout layout, double[] rows, int[] rowOf, Passage passage) {
            again = () -> level.forward(parameters, layout, rows, rowOf, passage, window);
            return level.forward(parameters, layout, rows, rowOf, passage, Integer.MAX_VALUE);
        }

        @Override
        public Back<double[]> back(double[] gradient, int window) {
            this.window = window;
            again.run();
            ReferenceLevel.Gradients gradients = level.back(gradient);
            return new Back<>(gradients.parameters(), gradients.rows());
        }

        @Override
        public float[][] last() {
            return level.last();
        }
    }

    private static final class DoubleArrays implements NumberArrays<double[]> {
        @Override
        public double[] create(int length) {
            return new double[length];
        }

        @Override
        public double[] read(INDArray array) {
            return array.reshape('c', new long[] {array.length()}).toDoubleVector();
        }

        @Override
        public void write(double[] values, int length, INDArray array) {
            INDArray flat = array.reshape('c', new long[] {array.length()});
            for (int i = 0; i < length; i++) {
                flat.putScalar(i, values[i]);
            }
        }

        @Override
        public void readRows(INDArray table, int[] rows, int width, double[] target) {
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(table.getRow(rows[i]).toDoubleVector(), 0, target, i * width, width);
            }
        }

        @Override
        public void writeRows(double[] values, INDArray table, int[] rows, int width) {
            for (int i = 0; i < rows.length; i++) {
                write(Arrays.copyOfRange(values, i * width, (i + 1) * width), width, table.getRow(rows[i]));
            }
        }

        @Override
        public void gatherRows(INDArray table, int[] rows, int width, INDArray target) {
            throw new UnsupportedOperationException("only gradients are checked in double precision");
        }

        @Override
        public void scatterRows(INDArray source, INDArray table, int[] rows, int width) {
            throw new UnsupportedOperationException("only gradients are checked in double precision");
        }

        @Override
        public int[] nonZeroRows(INDArray table, int width) {
            throw new UnsupportedOperationException("only gradients are checked in double precision");
        }

        @Override
        public int firstNotFinite(double[] values) {
            return -1;
        }

        @Override
        public void scale(double[] values, double factor) {
            Arrays.setAll(values, i -> values[i] * factor);
        }

        @Override
        public void scale(INDArray array, int from, int to, double factor) {
            throw new UnsupportedOperationException("only gradients are checked in double precision");
        }

        @Override
        public void bound(INDArray array, int from, int to, double bound) {
            throw new UnsupportedOperationException("only gradients are checked in double precision");
        }

        @Override
        public double squares(INDArray array, int from, int to) {
            throw new UnsupportedOperationException("only gradients are checked in double precision");
        }

        @Override
        public void copy(
                double[] source, int at, int stride, double[] target, int offset, int targetStride, int length) {
            for (int i = 0; i < length; i++) {
                target[offset + i * targetStride] = source[at + i * stride];
            }
        }
    }
}
