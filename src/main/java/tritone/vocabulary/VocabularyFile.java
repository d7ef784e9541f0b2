package tritone.vocabulary;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tritone.corpus.Quote;
import tritone.files.WholeFile;
import tritone.text.Chain;

/**
 * A vocabulary as plain text that diffs well. The first line tells how the tokens were made and how many were counted;
 * then a line per token in the order of ids: token, tab, count.
 */
public final class VocabularyFile {
    /** What the file is called in a folder of {@code vocab/} or in a model. */
    public static final String NAME = "vocab.txt";

    private static final Pattern HEADER =
            Pattern.compile("# tritone vocabulary 1, chain ([\\w,-]{1,400}), counted (\\d{1,18}), rows (\\d{1,9})");
    private static final Pattern ROW = Pattern.compile("([^\\t]+)\\t(\\d{1,18})");

    private VocabularyFile() {}

    /** Writes the whole file or nothing. */
    public static void write(Vocabulary vocabulary, Path file) throws IOException {
        WholeFile.write(file, part -> writeRows(vocabulary, part));
    }

    private static void writeRows(Vocabulary vocabulary, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            List<TokenCounts.Count> ranked = vocabulary.ranked();
            out.write("# tritone vocabulary 1, chain " + vocabulary.chain() + ", counted " + vocabulary.tokensCounted()
                    + ", rows " + ranked.size() + '\n');
            for (TokenCounts.Count row : ranked) {
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
                        file, 1, "expected \"# tritone vocabulary 1, chain ..., counted ..., rows ...\"");
            }
            Chain chain = chain(header.group(1), file);
            List<TokenCounts.Count> ranked = readRows(in, file);
            if (ranked.size() != Integer.parseInt(header.group(3))) {
                throw new VocabularyFormatException(
                        file, 1, "expected " + header.group(3) + " rows but found " + ranked.size());
            }
            return Vocabulary.ofRanked(chain, ranked, counted(header.group(2), ranked, file));
        } catch (CharacterCodingException e) {
            throw new VocabularyFormatException(file, "expected UTF-8 text but found other bytes");
        }
    }

    private static long counted(String text, List<TokenCounts.Count> ranked, Path file) {
        long counted = Long.parseLong(text);
        long sum = 0;
        for (TokenCounts.Count count : ranked) {
            sum += count.count();
            // After each of them: all together could be more than any number.
            if (sum > counted) {
                throw new VocabularyFormatException(
                        file, 1, "expected counts of at most " + counted + " together but found " + sum);
            }
        }
        return counted;
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
            TokenCounts.Count count = row(line, number, file);
            if (!seen.add(count.token())) {
                throw new VocabularyFormatException(
                        file, number, "the token " + Quote.of(count.token()) + " is there twice");
            }
            if (!ranked.isEmpty() && TokenCounts.Count.RANKING.compare(ranked.get(ranked.size() - 1), count) > 0) {
                throw new VocabularyFormatException(
                        file, number, "the token " + Quote.of(count.token()) + " ranks before the one above it");
            }
            ranked.add(count);
        }
        return ranked;
    }

    private static TokenCounts.Count row(String line, int number, Path file) {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            throw new VocabularyFormatException(file, number, "expected a token, a tab and a count");
        }
        String token = row.group(1);
        if (token.length() > TokenTable.MAX_CHARACTERS) {
            throw new VocabularyFormatException(
                    file,
                    number,
                    "expected a token of at most " + TokenTable.MAX_CHARACTERS + " characters but found "
                            + token.length());
        }
        return new TokenCounts.Count(token, Long.parseLong(row.group(2)));
    }

    /** A line ended by \n alone: {@code readLine} would end one at a lone \r as well. */
    private static String nextLine(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                // Git on Windows may have written \r\n, and a count does not end in \r.
                boolean carriageReturn = line.length() > 0 && line.charAt(line.length() - 1) == '\r';
                return carriageReturn ? line.substring(0, line.length() - 1) : line.toString();
            }
            line.append((char) c);
        }
        return line.length() == 0 ? null : line.toString();
    }
}
