package tritone.report;

/** A paragraph of plain text. */
public record Prose(String text) implements Block {}
