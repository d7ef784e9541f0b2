package tritone.report;

/** What a section is made of. */
public sealed interface Block permits Prose, Listing, Table, Chart, Examples {}
