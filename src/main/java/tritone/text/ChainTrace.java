package tritone.text;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each step of a chain makes of a text, for people who wonder where a token came from.
 *
 * @param characters the text after the step that works on characters, if there is one
 * @param stages the tokens after the tokenizer and after each filter
 */
public record ChainTrace(Optional<String> characters, List<Stage> stages) {
    /** The tokens after one step. */
    public record Stage(Step step, List<Token> tokens) {}

    /** Runs ever longer beginnings of the chain. */
    public static ChainTrace of(Chain chain, String text) {
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i <= chain.filters().size(); i++) {
            Step last = i == 0 ? chain.tokenizer() : chain.filters().get(i - 1);
            stages.add(new Stage(last, new TextAnalyzer(chain.beginning(i)).tokens(text)));
        }
        return new ChainTrace(chain.characters().map(step -> read(step.open(text))), stages);
    }

    private static String read(Reader reader) {
        StringWriter text = new StringWriter();
        try (reader) {
            reader.transferTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from a string", e);
        }
        return text.toString();
    }
}
