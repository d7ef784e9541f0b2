package tritone.inspection;

import java.util.Locale;

/** What may be found, the worst first. Names and order are what scripts go by. */
public enum Kind {
    /** A row that cannot be read. */
    BAD_ROW(Severity.WARNING),
    /** A text that stands in an earlier part or input too, the same or but for case, punctuation, space and markup. */
    SHARED_TEXT(Severity.WARNING),
    /** A text that nearly stands in an earlier part or input too. */
    SHARED_NEAR(Severity.WARNING),
    /** Reviews of the same words whose labels differ, over all parts. */
    TWO_LABELS(Severity.WARNING),
    /** A text that stands before in its part. */
    SAME_TEXT(Severity.WARNING),
    /** The same but for case, punctuation, white space and markup. */
    SAME_WORDS(Severity.WARNING),
    /** A text of which a Jaccard index of 0.8 or more, on phrases of five words, says that it nearly stands before. */
    NEAR_TEXT(Severity.WARNING),
    /** An id that stands before in its part. */
    SAME_ID(Severity.WARNING),
    /** A text of which the chain leaves no token. */
    EMPTY_TEXT(Severity.WARNING),
    /** A part whose labelled reviews all have the same label. */
    ONE_LABEL(Severity.WARNING),
    /** A label of fewer than ten reviews in a part, or of less than one in a hundred. */
    RARE_LABEL(Severity.WARNING),
    /** A review without label in a part where most have one. */
    NO_LABEL(Severity.WARNING),
    /** A text that is clearly in another language than the chain, or else most of the collection, is for. */
    OTHER_LANGUAGE(Severity.WARNING),
    /** UTF-8 that was once read as Windows-1252 or Latin-1, such as Ã© for é. */
    MOJIBAKE(Severity.WARNING),
    /** U+FFFD, which stands where a character was lost. */
    LOST_CHARACTER(Severity.WARNING),
    /** A control character other than tab and the ends of lines. */
    CONTROL_CHARACTER(Severity.WARNING),
    /** A part whose most frequent label has more than three times as many reviews as its rarest. */
    IMBALANCE(Severity.NOTE),
    /** A rating in so many words: 10/10, two stars, thumbs down. */
    RATING_IN_TEXT(Severity.NOTE),
    /** A text of more tokens than are kept of it. */
    CUT_TEXT(Severity.NOTE),
    /** A text of fewer than five tokens, but of some. */
    SHORT_TEXT(Severity.NOTE),
    /** A text of more than ten times the median of tokens. */
    LONG_TEXT(Severity.NOTE),
    /** Tags or entities. */
    MARKUP(Severity.NOTE);

    private final Severity severity;

    Kind(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
