package tritone.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * An OpenNLP tokenizer as the head of a Lucene token stream. Control characters are white space. OpenNLP looks at single
 * chars; what it cuts inside one visible character (a surrogate pair, a letter and its combining accent, a joined emoji) is
 * put together again. Tokens are cut after {@link #MAX_TOKEN_CHARACTERS}, as Lucene's own tokenizers do.
 */
final class OpenNlpTokenizer extends Tokenizer {
    static final int MAX_TOKEN_CHARACTERS = 255;

    private static final String ENGLISH_MODEL = "/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin";

    private final opennlp.tools.tokenize.Tokenizer tokenizer;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);

    private char[] text = new char[1 << 12];
    private int length;
    private Span[] spans = {};
    private int nextSpan;
    private int start;
    private int end; // of the stretch that is being handed out; more than one token if it is too long

    private OpenNlpTokenizer(opennlp.tools.tokenize.Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    static OpenNlpTokenizer simple() {
        return new OpenNlpTokenizer(SimpleTokenizer.INSTANCE);
    }

    static OpenNlpTokenizer english() {
        return new OpenNlpTokenizer(new TokenizerME(EnglishModel.LOADED));
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        length = 0;
        for (int read = input.read(text, 0, text.length);
                read >= 0;
                read = input.read(text, length, text.length - length)) {
            length += read;
            if (length == text.length) {
                text = Arrays.copyOf(text, 2 * length);
            }
        }
        for (int i = 0; i < length; i++) {
            if (isInvisible(text[i])) {
                text[i] = ' ';
            }
        }
        spans = tokenizer.tokenizePos(new String(text, 0, length));
        nextSpan = 0;
        start = 0;
        end = 0;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (start == end && !nextStretch()) {
            return false;
        }
        int tokenEnd = Math.min(end, start + MAX_TOKEN_CHARACTERS);
        if (tokenEnd < end && Character.isHighSurrogate(text[tokenEnd - 1])) {
            tokenEnd--;
        }
        term.copyBuffer(text, start, tokenEnd - start);
        offset.setOffset(correctOffset(start), correctOffset(tokenEnd));
        start = tokenEnd;
        return true;
    }

    private boolean nextStretch() {
        if (nextSpan == spans.length) {
            return false;
        }
        start = spans[nextSpan].getStart();
        end = spans[nextSpan++].getEnd();
        while (nextSpan < spans.length && spans[nextSpan].getStart() == end && isInsideCharacter(end)) {
            end = spans[nextSpan++].getEnd();
        }
        return true;
    }

    /** Whether a cut at this place would part what is seen as one character. */
    private boolean isInsideCharacter(int at) {
        char before = text[at - 1];
        char after = text[at];
        if (before < '\u0300' && after < '\u0300') {
            return false;
        }
        return Character.isSurrogatePair(before, after)
                || isMark(after)
                || isZeroWidthJoiner(before)
                || isMark(before) && Character.isLetter(after) && Character.isLetter(text[start]);
    }

    /** Control characters and byte order marks, of which OpenNLP would make tokens. */
    private static boolean isInvisible(char c) {
        return Character.isISOControl(c) || c == '\ufeff';
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || isZeroWidthJoiner(c);
    }

    private static boolean isZeroWidthJoiner(char c) {
        return c == '\u200d';
    }

    @Override
    public void end() throws IOException {
        super.end();
        int last = correctOffset(length);
        offset.setOffset(last, last);
    }

    /** Loaded when the first chain asks for it; the model may be shared by threads, a tokenizer may not. */
    private static final class EnglishModel {
        private static final TokenizerModel LOADED = load();

        private static TokenizerModel load() {
            try (InputStream in = OpenNlpTokenizer.class.getResourceAsStream(ENGLISH_MODEL)) {
                return new TokenizerModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
