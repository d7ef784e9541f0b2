package tritone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import picocli.CommandLine;

/** How every pre-training ends: what was learnt is written and told of, or nothing is if the user stopped it. */
final class Pretraining {
    private Pretraining() {}

    /** Writes what was learnt, and says so. */
    interface Writing<L> {
        String said(L learnt) throws IOException;
    }

    /** Runs to an exit code. {@code learning} asks whether it is to stop. */
    static <L> int run(CommandLine command, Function<BooleanSupplier, Optional<L>> learning, Writing<L> writing)
            throws IOException {
        try (StopSignal signal = new StopSignal()) {
            signal.hold();
            Optional<L> learnt = learning.apply(signal::isWanted);
            if (learnt.isEmpty()) {
                PrintWriter err = command.getErr();
                err.println("tritone: stopped; nothing was written");
                err.flush();
                return Failures.INTERRUPTED;
            }
            PrintWriter out = command.getOut();
            out.print(writing.said(learnt.get()));
            out.flush(); // before the signal lets the process end
            return 0;
        }
    }
}
