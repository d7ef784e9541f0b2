package tritone.text;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Hands on each token and then the longer and longer phrases that end in it, with a space between their words. What a
 * filter before dropped leaves no gap.
 */
final class WordGramFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final Word[] last; // [words ago]
    private int held;
    private int next; // words of the phrase that is handed on next

    WordGramFilter(TokenStream input, int most) {
        super(input);
        last = new Word[most];
    }

    private record Word(String text, int start, int end) {}

    @Override
    public boolean incrementToken() throws IOException {
        if (next >= 2 && next <= held) {
            emitPhrase(next++);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        System.arraycopy(last, 0, last, 1, last.length - 1);
        last[0] = new Word(term.toString(), offset.startOffset(), offset.endOffset());
        held = Math.min(last.length, held + 1);
        next = 2;
        return true;
    }

    private void emitPhrase(int words) {
        term.setEmpty();
        int start = Integer.MAX_VALUE;
        int end = 0;
        for (int ago = words - 1; ago >= 0; ago--) {
            term.append(last[ago].text).append(ago > 0 ? " " : "");
            start = Math.min(start, last[ago].start);
            end = Math.max(end, last[ago].end);
        }
        offset.setOffset(start, end);
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        held = 0;
        next = 0;
    }
}
