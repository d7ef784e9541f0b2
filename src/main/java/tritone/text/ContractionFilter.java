package tritone.text;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Makes two tokens of a contraction, as the Penn Treebank does: did n't, it 's, they 'll. Takes what a tokenizer left in
 * one piece (didn't) and in three (didn ' t). Other apostrophes stay as they are.
 */
final class ContractionFilter extends TokenFilter {
    private static final Set<String> ENDINGS = Set.of("s", "re", "ve", "ll", "d", "m");

    private final TokenWindow window;
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private int endOfWord = -1;

    ContractionFilter(TokenStream input) {
        super(input);
        window = new TokenWindow(input::incrementToken, term, offset);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (window.isEmpty()) {
            if (!input.incrementToken()) {
                return false;
            }
            if (!mayContract()) {
                markWord();
                return true;
            }
            window.hold();
        }
        emitNext(window.peek(0));
        markWord();
        return true;
    }

    /** Whether the current token ends in n, as before 't, or has an apostrophe near its end. */
    private boolean mayContract() {
        int length = term.length();
        char[] characters = term.buffer();
        return isN(characters[length - 1])
                || isApostrophe(characters[length - 1])
                || length > 1 && isApostrophe(characters[length - 2])
                || length > 2 && isApostrophe(characters[length - 3]);
    }

    private void markWord() {
        endOfWord = Character.isLetter(term.buffer()[term.length() - 1]) ? offset.endOffset() : -1;
    }

    private void emitNext(TokenWindow.Slot first) throws IOException {
        if (isN(first.last()) && isApostrophe(window.peekTouching(1)) && isT(window.peekTouching(2))) {
            emitNegation(first);
        } else if (isApostrophe(first) && first.start == endOfWord && isEnding(window.peekTouching(1))) {
            window.emit("'" + window.peek(1).text(), 2);
        } else {
            emitWhole(first);
        }
    }

    /** Of didn ' t, first did; then n ' t. */
    private void emitNegation(TokenWindow.Slot first) throws IOException {
        if (first.length > 1) {
            window.emitStart(first.length - 1);
        } else {
            window.emit(first.text() + "'" + window.peek(2).text(), 3);
        }
    }

    private void emitWhole(TokenWindow.Slot first) {
        int apostrophe = lastApostrophe(first);
        if (apostrophe < 0) {
            window.emitFirst();
            return;
        }
        String ending = first.textFrom(apostrophe + 1).toLowerCase(Locale.ROOT);
        boolean negation = ending.equals("t") && apostrophe > 0 && isN(first.characters[apostrophe - 1]);
        int cut = negation ? apostrophe - 1 : apostrophe;
        if (!negation && !ENDINGS.contains(ending)) {
            window.emitFirst();
        } else if (cut > 0) {
            window.emitStart(cut);
        } else {
            window.emit(first.text().replace('\u2019', '\''), 1);
        }
    }

    private static int lastApostrophe(TokenWindow.Slot token) {
        for (int i = token.length - 2; i >= Math.max(0, token.length - 3); i--) {
            if (isApostrophe(token.characters[i])) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isEnding(TokenWindow.Slot token) {
        return token != null
                && token.length <= 2
                && ENDINGS.contains(token.text().toLowerCase(Locale.ROOT));
    }

    private static boolean isApostrophe(TokenWindow.Slot token) {
        return token != null && token.length == 1 && isApostrophe(token.first());
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }

    private static boolean isT(TokenWindow.Slot token) {
        return token != null && (token.is('t') || token.is('T'));
    }

    private static boolean isN(char c) {
        return c == 'n' || c == 'N';
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        window.clear();
        endOfWord = -1;
    }
}
