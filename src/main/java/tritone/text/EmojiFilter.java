package tritone.text;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Puts the name of an emoji in its place. An emoji that a tokenizer cut, such as a flag, is put together first; one that it
 * left in a word, or in a row of others, is cut out.
 */
final class EmojiFilter extends TokenFilter {
    /** What is put together of a row without end. */
    private static final int MOST_CHARACTERS = 256;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final TokenWindow window;
    private final Emoji emoji = new Emoji();
    private final Deque<Token> pieces = new ArrayDeque<>();

    EmojiFilter(TokenStream input) {
        super(input);
        window = new TokenWindow(input::incrementToken, term, offset);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (pieces.isEmpty()) {
            if (window.isEmpty()) {
                if (!input.incrementToken()) {
                    return false;
                }
                if (!Emoji.mayStandIn(term.buffer(), term.length())) {
                    return true;
                }
                window.hold();
            }
            TokenWindow.Slot first = window.peek(0);
            if (!Emoji.mayStandIn(first.characters, first.length)) {
                window.emitFirst();
                return true;
            }
            cut(joined());
        }
        Token piece = pieces.remove();
        term.setEmpty().append(piece.text());
        offset.setOffset(piece.start(), piece.end());
        return true;
    }

    /** The first token with those in which its emoji goes on. */
    private Token joined() throws IOException {
        StringBuilder text = new StringBuilder(window.peek(0).text());
        TokenWindow.Slot next = window.peekTouching(1);
        while (next != null
                && text.length() < MOST_CHARACTERS
                && Emoji.goesOn(text, Character.codePointAt(next.characters, 0, next.length))) {
            text.append(next.characters, 0, next.length);
            window.joinFirstTwo();
            next = window.peekTouching(1);
        }
        TokenWindow.Slot whole = window.peek(0);
        Token token = new Token(text.toString(), whole.start, whole.end);
        window.dropFirst();
        return token;
    }

    private void cut(Token token) {
        String text = token.text();
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            String name = emoji.nameAt(text, at);
            if (name == null) {
                at += Character.charCount(text.codePointAt(at));
            } else {
                addPiece(token, text.substring(from, at), from, at);
                addPiece(token, name, at, emoji.end());
                at = emoji.end();
                from = at;
            }
        }
        addPiece(token, text.substring(from), from, text.length());
    }

    /** A part of the token; where entities were decoded, or letters changed, parts share its places. */
    private void addPiece(Token token, String text, int from, int to) {
        if (text.isEmpty()) {
            return;
        }
        boolean exact = token.end() - token.start() == token.text().length();
        pieces.add(new Token(
                text, exact ? token.start() + from : token.start(), exact ? token.start() + to : token.end()));
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        window.clear();
        pieces.clear();
    }
}
