package tritone.text;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tritone.corpus.Quote;

/**
 * Puts the words of files into a chain that names them, as in {@code simple,stop:@words.txt}. Only for chains that someone
 * types: {@link Chain#parse} opens no file, so that a stranger's model cannot name one.
 */
public final class ChainFiles {
    private static final String STOP = "stop:@";
    private static final String SYNONYMS = "synonyms:@";

    private ChainFiles() {}

    /** The text form with all words in it; a chain that names no file stays as it is. */
    public static String read(String chain) throws IOException {
        if (!chain.contains(":@")) {
            return chain;
        }
        List<String> steps = new ArrayList<>();
        for (String step : chain.split(",", -1)) {
            steps.add(step(step.strip()));
        }
        return String.join(",", steps);
    }

    private static String step(String text) throws IOException {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith(STOP)) {
            return file(text.substring(STOP.length())).stopWords().toString();
        }
        if (lower.startsWith(SYNONYMS)) {
            return file(text.substring(SYNONYMS.length())).synonyms().toString();
        }
        return text;
    }

    private static WordFile file(String name) throws IOException {
        try {
            return WordFile.read(Path.of(name));
        } catch (InvalidPathException e) {
            throw new WordFileException(Quote.of(name), "expected the name of a file");
        }
    }
}
