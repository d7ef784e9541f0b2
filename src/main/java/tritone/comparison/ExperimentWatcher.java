package tritone.comparison;

import tritone.training.TrainingWatcher;

/** Is told how far a comparison is, and may stop it. */
public interface ExperimentWatcher {
    /** A run begins, or is looked at where it is there already. */
    void begin(Run run);

    void step(Run run, TrainingWatcher.Progress progress);

    /** A run is there, with this accuracy on the reviews that are compared on. */
    void end(Run run, double accuracy);

    /** The loss of a run exploded, which is a result too. */
    void exploded(Run run, String reason);

    /** Whether to stop as soon as what was learnt is safe. */
    boolean wantsToStop();
}
