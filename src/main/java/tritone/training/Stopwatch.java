package tritone.training;

/** Seconds of a training, those before a pause included, and how many reviews were learnt from in those after it. */
final class Stopwatch {
    private final double before;
    private final long started = System.nanoTime();
    private long reviews;

    Stopwatch(double before) {
        this.before = before;
    }

    void count(int more) {
        reviews += more;
    }

    double seconds() {
        return before + sinceStart();
    }

    double perSecond() {
        return reviews / sinceStart();
    }

    private double sinceStart() {
        return (System.nanoTime() - started) / 1e9;
    }
}
