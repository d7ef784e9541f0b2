package tritone.report;

/** What a section is made of. */
public sealed interface Block permits Prose, Listing, Table, Chart, Examples {
    /** The block as text of that form. */
    String in(Form form);
}
