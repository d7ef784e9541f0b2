package tritone.vocabulary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import tritone.corpus.Quote;
import tritone.text.Chain;

/**
 * Reads one vocabulary file. Every classification begins with this, so rows are taken apart where they stand, without a
 * string for each.
 */
final class VocabularyReader {
    private static final String HEADER = "# tritone vocabulary 1, chain ";
    private static final String COUNTED = ", counted ";
    private static final String ROWS = ", rows ";
    private static final String EXPECTED = "expected \"" + HEADER + "..." + COUNTED + "..." + ROWS + "...\"";
    private static final String CHAIN_MARKS = ",-_:=|;>%.";
    private static final int MOST_DIGITS = 18;

    private final Path file;
    private final char[] text;
    private final TokenTable table = new TokenTable();
    private long[] counts = new long[1 << 10];
    private int line;
    private int start; // of the line, without the end that Windows gives it
    private int end;
    private int next;

    private VocabularyReader(Path file, char[] text) {
        this.file = file;
        this.text = text;
    }

    static Vocabulary read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            // Strict, where the constructor of a string would put marks in the place of bad bytes.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new VocabularyReader(file, text.toCharArray()).read();
        } catch (CharacterCodingException e) {
            throw new VocabularyFormatException(file, "expected UTF-8 text but found other bytes");
        }
    }

    private Vocabulary read() {
        String header = nextLine() ? new String(text, start, end - start) : "";
        int counted = header.indexOf(COUNTED);
        int rows = header.indexOf(ROWS);
        if (!header.startsWith(HEADER) || counted < HEADER.length() || rows < counted) {
            throw fault(EXPECTED);
        }
        long total = number(counted + COUNTED.length(), rows, MOST_DIGITS);
        long expected = number(rows + ROWS.length(), header.length(), 9);
        String chain = header.substring(HEADER.length(), counted);
        if (total < 0 || expected < 0 || !isChain(chain)) {
            throw fault(EXPECTED);
        }
        Chain parsed = chain(chain);
        while (nextLine()) {
            readRow();
        }
        if (table.size() != expected) {
            throw new VocabularyFormatException(file, 1, "expected " + expected + " rows but found " + table.size());
        }
        checkSum(total);
        return new Vocabulary(parsed, table, Arrays.copyOf(counts, table.size()), total);
    }

    /** Whether these may be steps and their words: nothing that a terminal could take for an order. */
    private static boolean isChain(String text) {
        return !text.isEmpty()
                && text.length() <= Chain.MOST_CHARACTERS
                && text.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || CHAIN_MARKS.indexOf(c) >= 0);
    }

    /** Goes to the next line; false after the last. Ended by \n alone: a lone \r may be part of a token. */
    private boolean nextLine() {
        if (next == text.length) {
            return false;
        }
        line++;
        start = next;
        end = start;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        next = Math.min(text.length, end + 1);
        // Git on Windows may have written \r\n, and a count does not end in \r.
        if (next > end && end > start && text[end - 1] == '\r') {
            end--;
        }
        return true;
    }

    private void readRow() {
        int tab = start;
        while (tab < end && text[tab] != '\t') {
            tab++;
        }
        long count = number(tab + 1, end, MOST_DIGITS);
        if (tab == start || count < 0) {
            throw fault("expected a token, a tab and a count");
        }
        if (tab - start > TokenTable.MAX_CHARACTERS) {
            throw fault("expected a token of at most " + TokenTable.MAX_CHARACTERS + " characters but found "
                    + (tab - start));
        }
        int rows = table.size();
        int number = table.findOrAdd(text, start, tab - start);
        if (number < rows) {
            throw fault("the token " + Quote.of(table.token(number)) + " is there twice");
        }
        if (number == counts.length) {
            counts = Arrays.copyOf(counts, 2 * number);
        }
        counts[number] = count;
        if (number > 0 && ranksBefore(number, number - 1)) {
            throw fault("the token " + Quote.of(table.token(number)) + " ranks before the one above it");
        }
    }

    private boolean ranksBefore(int number, int other) {
        return counts[number] > counts[other]
                || counts[number] == counts[other] && table.token(number).compareTo(table.token(other)) < 0;
    }

    /** The whole number in these characters, or -1 if they are none or too many. */
    private long number(int from, int to, int mostDigits) {
        if (from >= to || to - from > mostDigits) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return -1;
            }
            number = 10 * number + text[i] - '0';
        }
        return number;
    }

    private void checkSum(long total) {
        long sum = 0;
        for (int number = 0; number < table.size(); number++) {
            sum += counts[number];
            // After each of them: all together could be more than any number.
            if (sum > total) {
                throw new VocabularyFormatException(
                        file, 1, "expected counts of at most " + total + " together but found " + sum);
            }
        }
    }

    private Chain chain(String name) {
        try {
            return Chain.parse(name);
        } catch (IllegalArgumentException e) {
            throw new VocabularyFormatException(file, 1, e.getMessage());
        }
    }

    private VocabularyFormatException fault(String problem) {
        return new VocabularyFormatException(file, Math.max(1, line), problem);
    }
}
