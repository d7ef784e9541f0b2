package tritone.report;

/** A paragraph of plain text. */
public record Prose(String text) implements Block {
    @Override
    public String in(Form form) {
        return form.prose(this);
    }
}
