package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tritone.corpus.BytesRead;

class ProgressTest {
    @Test
    void tellsShareSpeedAndTimeLeft() {
        assertThat(Progress.line("counting", new BytesRead(25_000_000, 50_000_000), 100_000_000, 5))
                .isEqualTo("counting   25 %  50 MB, 10.0 MB/s, 15 s left");
    }

    @Test
    void tellsWhatIsKnownOfAStream() {
        assertThat(Progress.line("counting", new BytesRead(50_000_000, 50_000_000), 0, 5))
                .isEqualTo("counting  50 MB, 10.0 MB/s");
    }

    @Test
    void showsALineOnATerminalAndClearsIt() {
        StringWriter err = new StringWriter();
        long threeSecondsAgo = System.nanoTime() - 3_000_000_000L;
        try (Progress progress = new Progress("counting", 100, new PrintWriter(err, true), true, threeSecondsAgo)) {
            progress.at(new BytesRead(50, 50));
            assertThat(err.toString()).startsWith("\rcounting   50 %").endsWith("3 s left\u001b[K");
        }

        assertThat(err.toString()).endsWith("\r\u001b[K");
    }

    @Test
    void saysNothingWhereThereIsNoTerminal() {
        StringWriter err = new StringWriter();
        long threeSecondsAgo = System.nanoTime() - 3_000_000_000L;
        try (Progress progress = new Progress("counting", 100, new PrintWriter(err, true), false, threeSecondsAgo)) {
            progress.at(new BytesRead(50, 50));
        }

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysNothingInTheFirstTwoSeconds() {
        StringWriter err = new StringWriter();
        try (Progress progress = new Progress("counting", 100, new PrintWriter(err, true), true, System.nanoTime())) {
            progress.at(new BytesRead(50, 50));
        }

        assertThat(err.toString()).isEmpty();
    }
}
