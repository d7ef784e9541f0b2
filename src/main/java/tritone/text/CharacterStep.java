package tritone.text;

import java.io.Reader;
import java.util.Locale;
import java.util.function.Function;

/** What is done to the characters before they are cut into tokens. */
public enum CharacterStep implements Step {
    HTML("takes out markup and decodes entities (Lucene)", Markup::strip);

    private final String description;
    private final Function<String, Reader> reader;

    CharacterStep(String description, Function<String, Reader> reader) {
        this.description = description;
        this.reader = reader;
    }

    Reader open(String text) {
        return reader.apply(text);
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
