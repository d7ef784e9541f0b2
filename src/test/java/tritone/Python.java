package tritone;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Python, where a machine has it, as someone else who reads what is written here. */
public final class Python {
    private Python() {}

    /** Skips tests where python3 lacks this module. */
    public static void assumeHas(String module) throws InterruptedException {
        boolean there;
        try {
            Process process = new ProcessBuilder("python3", "-c", "import " + module)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            there = process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, "python3 with " + module + " is needed");
    }
}
