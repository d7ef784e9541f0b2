package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalLineTest {
    private final StringWriter err = new StringWriter();

    private TerminalLine line(boolean terminal) {
        return new TerminalLine(new PrintWriter(err, true), terminal, System.nanoTime());
    }

    @Test
    void writesOverWhatItShowed() {
        TerminalLine line = line(true);

        line.show("one");
        line.show("two");

        assertThat(err.toString()).isEqualTo("\rone\u001b[K\rtwo\u001b[K");
    }

    @Test
    void showsSeldomNoMoreThanCanBeRead() {
        TerminalLine line = line(true);

        line.showSeldom(() -> "one");
        line.showSeldom(() -> "two");

        assertThat(err.toString()).isEqualTo("\rone\u001b[K");
    }

    @Test
    void beginsALineThatStaysWhereTheOtherOneStood() {
        TerminalLine line = line(true);

        line.show("one");
        line.keep("two");
        line.close();

        assertThat(err.toString()).isEqualTo("\rone\u001b[K\r\u001b[Ktwo\n");
    }

    @Test
    void leavesTheTerminalAsItWas() {
        TerminalLine line = line(true);

        line.show("one");
        line.close();

        assertThat(err.toString()).isEqualTo("\rone\u001b[K\r\u001b[K");
    }

    @Test
    void writesOnlyWhatStaysWhereThereIsNoTerminal() {
        try (TerminalLine line = line(false)) {
            line.show("one");
            line.showSeldom(() -> "two");
            line.keep("three");
        }

        assertThat(err.toString()).isEqualTo("three\n");
    }
}
