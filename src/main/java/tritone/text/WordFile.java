package tritone.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tritone.corpus.Quote;

/** A file of stop words or of synonyms, in the formats that Lucene and Solr have for them. Text is UTF-8. */
final class WordFile {
    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern COMMENT = Pattern.compile("\\||(?<!\\S)#");

    private final Path file;
    private final List<String> lines;

    private WordFile(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    static WordFile read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new WordFileException(file, "expected a file of words but found a folder");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new WordFileException(file, "expected at most " + MOST_BYTES + " bytes of words but found more");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new WordFile(file, text.replaceFirst("^\ufeff", "").lines().toList());
        } catch (CharacterCodingException e) {
            throw new WordFileException(file, "expected UTF-8 text but found other bytes");
        }
    }

    /** Words between white space; what follows a {@code |} or a word's beginning {@code #} is a comment. */
    StopList stopWords() {
        TreeSet<String> words = new TreeSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = COMMENT.split(lines.get(i), 2)[0].strip();
            for (String word : line.isEmpty() ? new String[0] : line.split("\\s+")) {
                words.add(checked(i, word));
            }
        }
        if (words.isEmpty()) {
            throw new WordFileException(file, "expected a word in a line but found none");
        }
        return carried(() -> new StopList(List.copyOf(words)));
    }

    /** Rules as {@code film, movie => picture} or {@code film, movie}; lines that begin with {@code #} are comments. */
    Synonyms synonyms() {
        List<Synonyms.Rule> rules = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).strip().startsWith("#")) {
                Synonyms.Rule rule = rule(i);
                for (String word : rule.from()) {
                    Integer before = seen.putIfAbsent(word, i);
                    if (before != null) {
                        throw fault(
                                i,
                                "expected a word to be replaced by one rule but found \"" + Quote.of(word)
                                        + "\" in line " + (before + 1) + " too");
                    }
                }
                rules.add(rule);
            }
        }
        if (rules.isEmpty()) {
            throw new WordFileException(file, "expected a rule such as \"film, movie => picture\" but found none");
        }
        return carried(() -> new Synonyms(rules));
    }

    private Synonyms.Rule rule(int index) {
        List<List<String>> sides = sides(index);
        if (sides.size() > 2) {
            throw fault(index, "expected one => at most but found " + (sides.size() - 1));
        }
        if (sides.size() == 1 && sides.get(0).size() < 2) {
            throw fault(index, "expected words with commas between them, or => and a word after it");
        }
        try {
            return sides.size() == 1 ? Synonyms.Rule.same(sides.get(0)) : new Synonyms.Rule(sides.get(0), sides.get(1));
        } catch (IllegalArgumentException e) {
            throw fault(index, e.getMessage());
        }
    }

    /** The words of each side of a line; a backslash takes from a comma, or an arrow, what it means. */
    private List<List<String>> sides(int index) {
        String line = lines.get(index);
        List<List<String>> sides = new ArrayList<>(List.of(new ArrayList<>()));
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            boolean arrow = line.startsWith("=>", i);
            if (line.charAt(i) == '\\' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
            } else if (line.charAt(i) == ',' || arrow) {
                endWord(index, word, sides);
                if (arrow) {
                    sides.add(new ArrayList<>());
                    i++;
                }
            } else {
                word.append(line.charAt(i));
            }
        }
        endWord(index, word, sides);
        return sides;
    }

    private void endWord(int index, StringBuilder word, List<List<String>> sides) {
        sides.get(sides.size() - 1).add(checked(index, word.toString().strip().replaceAll("\\s+", " ")));
        word.setLength(0);
    }

    private String checked(int index, String word) {
        if (word.isEmpty()) {
            throw fault(index, "expected a word on each side of a comma or => but found none");
        }
        try {
            return CarriedWords.checked(word);
        } catch (IllegalArgumentException e) {
            throw fault(index, e.getMessage());
        }
    }

    private WordFileException fault(int index, String problem) {
        return new WordFileException(file, index + 1, problem);
    }

    /** A step, if a chain can carry its words. */
    private <T> T carried(Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException e) {
            throw new WordFileException(file, e.getMessage());
        }
    }
}
