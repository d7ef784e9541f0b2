package tritone.vocabulary;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tritone.text.Chain;

/**
 * A vocabulary as plain text that diffs well. The first line tells how the tokens were made and how many were counted;
 * then a line per token in the order of ids: token, tab, count.
 */
public final class VocabularyFile {
    /** What the file is called in a folder of {@code vocab/} or in a model. */
    public static final String NAME = "vocab.txt";

    private static final Pattern HEADER = Pattern.compile("# tritone vocabulary 1, chain (\\S+), tokens (\\d{1,18})");
    private static final Pattern ROW = Pattern.compile("([^\\t]+)\\t(\\d{1,18})");

    private VocabularyFile() {}

    /** Writes beside the file and renames, so that a reader sees all of it or nothing. */
    public static void write(Vocabulary vocabulary, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, NAME, ".part");
        try {
            writeRows(vocabulary, written);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void writeRows(Vocabulary vocabulary, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("# tritone vocabulary 1, chain " + vocabulary.chain() + ", tokens " + vocabulary.tokensCounted());
            out.write('\n');
            for (TokenCounts.Count row : vocabulary.ranked()) {
                out.write(row.token() + '\t' + row.count() + '\n');
            }
        }
    }

    /** Reads and checks a file. */
    public static Vocabulary read(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            String first = nextLine(in);
            Matcher header = HEADER.matcher(first == null ? "" : first);
            if (!header.matches()) {
                throw new VocabularyFormatException(
                        file, 1, "expected \"# tritone vocabulary 1, chain ..., tokens ...\"");
            }
            List<TokenCounts.Count> ranked = readRows(in, file);
            return Vocabulary.ofRanked(chain(header.group(1), file), ranked, Long.parseLong(header.group(2)));
        } catch (CharacterCodingException e) {
            throw new VocabularyFormatException(file, 1, "expected UTF-8 text but found other bytes");
        }
    }

    private static Chain chain(String text, Path file) {
        try {
            return Chain.parse(text);
        } catch (IllegalArgumentException e) {
            throw new VocabularyFormatException(file, 1, e.getMessage());
        }
    }

    private static List<TokenCounts.Count> readRows(BufferedReader in, Path file) throws IOException {
        List<TokenCounts.Count> ranked = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String line = nextLine(in); line != null; line = nextLine(in)) {
            int number = ranked.size() + 2;
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                throw new VocabularyFormatException(file, number, "expected a token, a tab and a count");
            }
            if (!seen.add(row.group(1))) {
                throw new VocabularyFormatException(file, number, "the token " + row.group(1) + " is there twice");
            }
            ranked.add(new TokenCounts.Count(row.group(1), Long.parseLong(row.group(2))));
        }
        return ranked;
    }

    /** A line ended by \n alone: {@code readLine} would end one at a lone \r as well. */
    private static String nextLine(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                return line.toString();
            }
            line.append((char) c);
        }
        return line.length() == 0 ? null : line.toString();
    }
}
