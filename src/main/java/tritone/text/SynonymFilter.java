package tritone.text;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Replaces phrases from left to right, of those that begin at a token the longest. What stands in a phrase's place has the
 * places of the whole phrase. Lucene's own filter makes a graph of them, for which a network, which reads one token after
 * the other, has no use.
 */
final class SynonymFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final SynonymTree tree;
    private final TokenWindow window;
    private final Deque<Token> replacements = new ArrayDeque<>();

    SynonymFilter(TokenStream input, SynonymTree tree) {
        super(input);
        this.tree = tree;
        window = new TokenWindow(input::incrementToken, term, offset, tree.longest() + 1);
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (replacements.isEmpty()) {
            if (window.isEmpty()) {
                if (!input.incrementToken()) {
                    return false;
                }
                if (tree.root().after(term.buffer(), term.length()) == null) {
                    return true;
                }
                window.hold();
            }
            if (!replaceFirst()) {
                window.emitFirst();
                return true;
            }
        }
        Token next = replacements.remove();
        term.setEmpty().append(next.text());
        offset.setOffset(next.start(), next.end());
        return true;
    }

    /** Takes the longest phrase away that begins at the first token; false if none does. */
    private boolean replaceFirst() throws IOException {
        int words = 0;
        List<String> found = List.of();
        SynonymTree.Node node = tree.root();
        for (int ahead = 0; node != null; ahead++) {
            if (node.replacement() != null) {
                words = ahead;
                found = node.replacement();
            }
            TokenWindow.Slot slot = window.peek(ahead);
            node = slot == null ? null : node.after(slot.characters, slot.length);
        }
        if (words == 0) {
            return false;
        }
        int start = Integer.MAX_VALUE;
        int end = 0;
        for (int ahead = 0; ahead < words; ahead++) {
            start = Math.min(start, window.peek(0).start);
            end = Math.max(end, window.peek(0).end);
            window.dropFirst();
        }
        for (String text : found) {
            replacements.add(new Token(text, start, end));
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        window.clear();
        replacements.clear();
    }
}
