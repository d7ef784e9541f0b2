package tritone.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.kernel.Workers;

class BlocksTest {
    @ParameterizedTest(name = "length {0}")
    @ValueSource(ints = {0, 1, 2, 63, 64, 65, 1000})
    void everyIndexIsInOneBlock(int length) {
        for (long cost : new long[] {0, 1, 1 << 20}) {
            AtomicIntegerArray visits = new AtomicIntegerArray(length);

            new Blocks(length, i -> i == length / 2 ? cost : 0, Workers.of(3)).run((from, to) -> {
                for (int i = from; i < to; i++) {
                    visits.incrementAndGet(i);
                }
            });

            assertThat(IntStream.range(0, length).map(visits::get)).allMatch(count -> count == 1);
        }
    }

    @ParameterizedTest(name = "length {0}")
    @ValueSource(ints = {0, 1, 65, 1000})
    void sumsAreThoseOfPlainLoops(int length) {
        Blocks blocks = new Blocks(length, i -> i % 7, Workers.of(2));
        double[] numbers =
                IntStream.range(0, length).mapToDouble(i -> 1 / (i + 1.0)).toArray();
        double[] sum = new double[length];
        Arrays.fill(sum, 2);

        blocks.addScaled(-3, numbers, sum);

        double squares = Arrays.stream(numbers).map(number -> number * number).sum();
        assertThat(blocks.dot(numbers, numbers)).isCloseTo(squares, within(1e-12));
        assertThat(sum)
                .containsExactly(
                        Arrays.stream(numbers).map(number -> 2 - 3 * number).toArray());
    }
}
