package tritone.classification;

/** What is asked of each review. */
public enum Answer {
    PLAIN,
    /** With its words and what each did. */
    EXPLAINED
}
