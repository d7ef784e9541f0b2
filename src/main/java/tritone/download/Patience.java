package tritone.download;

import java.time.Duration;

/**
 * How long to wait for a server.
 *
 * @param answer until it answers, and then until more comes
 * @param attempts that may fail one after the other without bringing much
 * @param pause after the first of them; twice as long after each other one
 */
public record Patience(Duration answer, int attempts, Duration pause) {
    public static final Patience USUAL = new Patience(Duration.ofSeconds(30), 5, Duration.ofSeconds(1));

    public Patience {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1 but was " + attempts);
        }
    }

    Duration pauseAfter(int failures) {
        return pause.multipliedBy(1L << Math.min(failures - 1, 6));
    }
}
