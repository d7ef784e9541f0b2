package tritone.download;

/** Is told how far the fetching of a corpus is, and asked whether it is to go on. Called often: must be quick. */
public interface FetchWatcher {
    /** Of this many bytes so many are there. */
    void downloaded(long bytes, long of);

    /** An attempt failed, for this reason, and another one follows in so many milliseconds. */
    void failed(String reason, long pauseMillis);

    /** Of the archive's bytes so many are checked. */
    void checked(long bytes, long of);

    /** So much of the conversion is done, from 0 to 1. */
    void converted(double share);

    boolean isStopWanted();
}
