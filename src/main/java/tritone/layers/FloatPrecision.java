package tritone.layers;

import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import tritone.kernel.Arithmetic;
import tritone.kernel.LastStates;
import tritone.kernel.SequenceLayout;
import tritone.kernel.Workers;
import tritone.network.Level;
import tritone.network.LevelGradients;
import tritone.network.LevelInput;
import tritone.network.LevelShape;
import tritone.network.Passage;

/** Single precision, on the kernels. */
final class FloatPrecision implements Precision<float[]> {
    @Override
    public DataType type() {
        return DataType.FLOAT;
    }

    @Override
    public NumberArrays<float[]> arrays() {
        return new FloatArrays();
    }

    @Override
    public RecurrentEngine<float[]> engine(LevelShape shape, Workers workers) {
        return new LevelEngine(shape, new Level(shape, Arithmetic.fastest(), workers));
    }

    private record LevelEngine(LevelShape shape, Level level) implements RecurrentEngine<float[]> {
        @Override
        public Passage passage(SequenceLayout layout, boolean training) {
            return level.passage(layout, training);
        }

        @Override
        public float[] forward(
                Map<String, float[]> parameters, SequenceLayout layout, float[] rows, int[] rowOf, Passage passage) {
            LevelInput input = new LevelInput(layout, rows, rows.length / shape.inputs(), rowOf);
            return level.forward(parameters, input, passage);
        }

        @Override
        public Back<float[]> back(float[] gradient, int window) {
            LevelGradients gradients = level.back(gradient, window);
            return new Back<>(gradients.parameters(), gradients.rows());
        }

        @Override
        public float[][] last() {
            LastStates last = level.last(0);
            return last.cells().length == 0
                    ? new float[][] {last.hidden()}
                    : new float[][] {last.hidden(), last.cells()};
        }
    }
}
