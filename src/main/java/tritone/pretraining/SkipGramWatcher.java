package tritone.pretraining;

/** Is told how far the learning of vectors is, and may end it. */
public interface SkipGramWatcher {
    /** So many tokens are done, each as often as there were rounds. */
    void learnt(long tokens, long all);

    /** Asked often, from any thread. */
    boolean wantsToStop();
}
