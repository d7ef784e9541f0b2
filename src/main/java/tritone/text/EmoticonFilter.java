package tritone.text;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Joins the marks of an emoticon that touch each other; a mouth drawn several times counts once, so :))) is :). */
final class EmoticonFilter extends TokenFilter {
    private static final Set<String> EMOTICONS = Set.of(
            ":)", ":-)", ":(", ":-(", ":]", ":[", ":D", ":-D", ":P", ":-P", ":p", ":-p", ":/", ":-/", ":|", ":-|", ":o",
            ":O", ":-o", ":-O", ":*", ":-*", ":'(", ":')", ";)", ";-)", ";D", ";P", "=)", "=(", "=D", "=P", "=/", ">:(",
            "^_^", "-_-", "<3", "</3");

    private static final int LONGEST_MOUTH = 12;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TokenWindow window;

    EmoticonFilter(TokenStream input) {
        super(input);
        window = new TokenWindow(input::incrementToken, term, addAttribute(OffsetAttribute.class));
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (window.isEmpty()) {
            if (!input.incrementToken()) {
                return false;
            }
            if (!mayBegin(term.buffer()[0], term.length())) {
                return true;
            }
            window.hold();
        }
        TokenWindow.Slot first = window.peek(0);
        if (mayBegin(first.first(), first.length)) {
            emitJoined(first);
        } else {
            window.emitFirst();
        }
        return true;
    }

    private static boolean mayBegin(char first, int length) {
        return length == 1 && first < 'a' && ":;=<>^-".indexOf(first) >= 0;
    }

    private void emitJoined(TokenWindow.Slot first) throws IOException {
        TokenWindow.Slot second = window.peekTouching(1);
        TokenWindow.Slot third = second == null ? null : window.peekTouching(2);
        String two = second == null ? "" : first.text() + mouth(second);
        String three = third == null ? "" : first.text() + second.text() + mouth(third);
        if (EMOTICONS.contains(three)) {
            window.emit(three, 3);
        } else if (EMOTICONS.contains(two)) {
            window.emit(two, 2);
        } else {
            window.emitFirst();
        }
    }

    /** The token, or one of its brackets if it is a row of them. */
    private static String mouth(TokenWindow.Slot token) {
        boolean brackets = "()".indexOf(token.first()) >= 0 && token.first() == token.last();
        return brackets && token.length <= LONGEST_MOUTH ? String.valueOf(token.first()) : token.text();
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        window.clear();
    }
}
