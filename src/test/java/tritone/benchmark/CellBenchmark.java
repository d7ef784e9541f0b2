package tritone.benchmark;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tritone.kernel.Arithmetic;
import tritone.kernel.CellKernel;
import tritone.kernel.CellParameters;
import tritone.kernel.CellVariant;
import tritone.kernel.Gradients;
import tritone.kernel.HiddenGradient;
import tritone.kernel.InputSums;
import tritone.kernel.LastStates;
import tritone.kernel.SequenceLayout;
import tritone.kernel.Start;
import tritone.kernel.States;
import tritone.kernel.Workers;

/**
 * A batch through a cell of 128 units, without its input product. Run it as
 * {@link TextBenchmark} says, with {@code --add-modules jdk.incubator.vector} before {@code -cp}, and with
 * {@code -XX:UseAVX=3} too on an early AVX-512 processor; {@code -p steps=100,200,400} shows how time grows.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CellBenchmark {
    private static final int UNITS = 128;

    @Param({"SIMPLE_RNN_TANH", "LSTM", "GRU_RESET_BEFORE", "GRU_RESET_AFTER"})
    CellVariant variant;

    @Param({"vector", "scalar"})
    String arithmetic;

    @Param({"1", "2"})
    int threads;

    @Param("64")
    int batch;

    @Param("200")
    int steps;

    private SequenceLayout layout;
    private CellParameters parameters;
    private CellKernel kernel;
    private InputSums inputs;
    private HiddenGradient gradient;
    private States states;

    @Setup
    public void prepare() {
        int[] lengths = new int[batch];
        Arrays.fill(lengths, steps);
        layout = SequenceLayout.of(lengths);
        parameters = new CellParameters(
                variant,
                UNITS,
                random(UNITS * UNITS * variant.gates()),
                new float[0],
                random(variant == CellVariant.GRU_RESET_AFTER ? UNITS : 0));
        kernel = new CellKernel(
                parameters,
                arithmetic.equals("scalar") ? Arithmetic.SCALAR : Arithmetic.fastest(),
                Workers.of(threads));
        inputs = InputSums.of(random(layout.places() * parameters.gateColumns()), parameters.gateColumns());
        gradient = HiddenGradient.ofLast(layout, random(batch * UNITS), UNITS);
        states = new States();
    }

    private static float[] random(int length) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (random.nextDouble() - 0.5) * 0.2f;
        }
        return values;
    }

    @Benchmark
    public States forward() {
        kernel.forward(layout, inputs, Start.zero(parameters.variant(), parameters.units(), layout), states);
        return states;
    }

    @Benchmark
    public Gradients forwardAndBack() {
        return kernel.backward(forward(), gradient, CellKernel.WHOLE);
    }

    @Benchmark
    public LastStates lastOnly() {
        return kernel.last(layout, inputs, Start.zero(parameters.variant(), parameters.units(), layout));
    }
}
