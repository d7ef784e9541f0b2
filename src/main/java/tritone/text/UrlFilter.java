package tritone.text;

import java.io.IOException;
import java.util.Locale;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Puts {@code <url>} in the place of a web address, however many tokens it was cut into. */
final class UrlFilter extends TokenFilter {
    static final String URL = "<url>";

    private static final String ENDS = ".,;:!?)]}'\"";

    private final TokenWindow window;

    UrlFilter(TokenStream input) {
        super(input);
        window = new TokenWindow(
                input::incrementToken, addAttribute(CharTermAttribute.class), addAttribute(OffsetAttribute.class));
    }

    @Override
    public boolean incrementToken() throws IOException {
        TokenWindow.Slot first = window.peek(0);
        if (first == null) {
            return false;
        }
        if (!beginsAddress(first)) {
            window.emitFirst();
            return true;
        }
        while (goesOn()) {
            window.joinFirstTwo();
        }
        window.emit(URL, 1);
        return true;
    }

    /** Whether the next token belongs to the address: a mark that ends a sentence does only if something follows it. */
    private boolean goesOn() throws IOException {
        TokenWindow.Slot next = window.peekTouching(1);
        if (next == null || ENDS.indexOf(next.first()) < 0) {
            return next != null;
        }
        TokenWindow.Slot after = window.peekTouching(2);
        return after != null && ENDS.indexOf(after.first()) < 0;
    }

    private boolean beginsAddress(TokenWindow.Slot first) throws IOException {
        if ("hHwW".indexOf(first.first()) < 0) {
            return false;
        }
        String start = first.text().toLowerCase(Locale.ROOT);
        boolean scheme = start.equals("http") || start.equals("https");
        TokenWindow.Slot second = scheme || start.equals("www") ? window.peekTouching(1) : null;
        return start.matches("(https?://|www\\.).+")
                || second != null
                        && (scheme ? second.first() == ':' && window.peekTouching(2) != null : second.is('.'));
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        window.clear();
    }
}
