package tritone.text;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Puts {@code <number>} in the place of a number; 1,000 and 3.5 are one number each, 7/10 is two. */
final class NumberFilter extends TokenFilter {
    static final String NUMBER = "<number>";

    private final TokenWindow window;

    NumberFilter(TokenStream input) {
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
        if (!isNumber(first)) {
            window.emitFirst();
            return true;
        }
        while (isPoint(window.peekTouching(1)) && isNumber(window.peekTouching(2))) {
            window.joinFirstTwo();
            window.joinFirstTwo();
        }
        window.emit(NUMBER, 1);
        return true;
    }

    private static boolean isPoint(TokenWindow.Slot token) {
        return token != null && (token.is('.') || token.is(','));
    }

    /** Digits, with points or commas between them. */
    private static boolean isNumber(TokenWindow.Slot token) {
        if (token == null || !Character.isDigit(token.first()) || !Character.isDigit(token.last())) {
            return false;
        }
        for (int i = 0; i < token.length; i++) {
            char c = token.characters[i];
            if (!Character.isDigit(c) && c != '.' && c != ',') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        window.clear();
    }
}
