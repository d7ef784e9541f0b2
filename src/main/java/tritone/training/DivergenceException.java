package tritone.training;

import java.util.Locale;

/** A training that leads nowhere. The message says where it was and what to try. */
public final class DivergenceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DivergenceException(String what, int step, double rate, String advice) {
        super(String.format(
                Locale.ROOT, "%s at step %d, at a learning rate of %.3g; try %s", what, step, rate, advice));
    }
}
