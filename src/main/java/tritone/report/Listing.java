package tritone.report;

/** Text that stands as it is, such as a command to type again. */
public record Listing(String text) implements Block {
    @Override
    public String in(Form form) {
        return form.listing(this);
    }
}
