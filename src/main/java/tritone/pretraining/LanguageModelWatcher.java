package tritone.pretraining;

/** Is told how far the learning of a language model is, and may end it. */
public interface LanguageModelWatcher {
    /**
     * After a step.
     *
     * @param loss the mean of this pass so far
     */
    record Progress(
            int pass, int passes, long step, long steps, double loss, double tokensPerSecond, double secondsLeft) {}

    void step(Progress progress);

    void pass(PassRecord record);

    /** Asked before each step. */
    boolean wantsToStop();
}
