package tritone.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void runsEachTaskOnce(int threads) {
        AtomicIntegerArray runs = new AtomicIntegerArray(1_000);

        Workers.of(threads).run(1_000, runs::incrementAndGet);

        for (int task = 0; task < 1_000; task++) {
            assertThat(runs.get(task)).isEqualTo(1);
        }
    }

    @Test
    void noTaskRunsAnyMoreWhenAFailureComesOut() {
        Workers workers = Workers.of(4);
        for (int round = 0; round < 20; round++) {
            AtomicInteger running = new AtomicInteger();

            assertThatThrownBy(() -> workers.run(4, task -> {
                        running.incrementAndGet();
                        if (task > 0) {
                            Thread.onSpinWait();
                            running.decrementAndGet();
                            throw new IllegalStateException("task " + task);
                        }
                        sleep();
                        running.decrementAndGet();
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("task ");
            assertThat(running).hasValue(0);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void errorsComeOutAsTheyAre() {
        assertThatThrownBy(() -> Workers.of(2).run(2, task -> {
                    throw new StackOverflowError("task " + task);
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void keepsAnInterruptForTheCaller() {
        Thread.currentThread().interrupt();

        Workers.of(2).run(2, task -> {});

        assertThat(Thread.interrupted()).isTrue();
    }
}
