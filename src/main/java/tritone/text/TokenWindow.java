package tritone.text;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The next few tokens of a stream, for filters that must look ahead before they hand one on. Copying every token twice
 * would cost as much as cutting it, so a filter first looks at the current one in its attributes and puts it in here only
 * if something could begin with it.
 */
final class TokenWindow {
    /** Where the tokens come from; the filter's own {@code input.incrementToken()}. */
    interface Input {
        boolean incrementToken() throws IOException;
    }

    private static final int USUAL_CAPACITY = 8;

    private final Input input;
    private final CharTermAttribute term;
    private final OffsetAttribute offset;
    private final Slot[] ring; // as long as a power of two, so that a mask finds places
    private final int mask;
    private int head;
    private int size;
    private boolean ended;

    TokenWindow(Input input, CharTermAttribute term, OffsetAttribute offset) {
        this(input, term, offset, USUAL_CAPACITY);
    }

    /** @param capacity how many tokens are looked at together */
    TokenWindow(Input input, CharTermAttribute term, OffsetAttribute offset, int capacity) {
        this.input = input;
        this.term = term;
        this.offset = offset;
        ring = new Slot[Integer.highestOneBit(Math.max(1, capacity - 1)) << 1];
        mask = ring.length - 1;
        Arrays.setAll(ring, i -> new Slot());
    }

    /** A token that has been read but not handed on. */
    static final class Slot {
        char[] characters = new char[32];
        int length;
        int start;
        int end;

        private void set(CharTermAttribute term, OffsetAttribute offset) {
            length = term.length();
            if (length > characters.length) {
                characters = new char[2 * length];
            }
            System.arraycopy(term.buffer(), 0, characters, 0, length);
            start = offset.startOffset();
            end = offset.endOffset();
        }

        boolean is(char only) {
            return length == 1 && characters[0] == only;
        }

        char first() {
            return characters[0];
        }

        char last() {
            return characters[length - 1];
        }

        String text() {
            return new String(characters, 0, length);
        }

        /** The text from this character on. */
        String textFrom(int index) {
            return new String(characters, index, length - index);
        }

        /** Whether no character stands between this token and the next one. */
        boolean touches(Slot next) {
            return end == next.start;
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Takes in the token that the attributes hold. */
    void hold() {
        ring[head + size++ & mask].set(term, offset);
    }

    void clear() {
        head = 0;
        size = 0;
        ended = false;
    }

    /** The token this many places ahead, or null if the stream ends before it. */
    Slot peek(int ahead) throws IOException {
        while (size <= ahead && !ended) {
            if (input.incrementToken()) {
                hold();
            } else {
                ended = true;
            }
        }
        return ahead < size ? ring[head + ahead & mask] : null;
    }

    /** The token this many places ahead if it touches the one before it, else null. */
    Slot peekTouching(int ahead) throws IOException {
        Slot slot = peek(ahead);
        return slot != null && peek(ahead - 1).touches(slot) ? slot : null;
    }

    /** Hands on the first token as it is. */
    void emitFirst() {
        Slot first = ring[head];
        term.copyBuffer(first.characters, 0, first.length);
        offset.setOffset(first.start, first.end);
        drop(1);
    }

    /** Hands on the first characters of the first token and keeps the rest as a token of its own. */
    void emitStart(int length) {
        Slot first = ring[head];
        // Where entities were decoded a token is longer in the original; its parts then share the places.
        int cut = Math.min(first.end, first.start + length);
        term.copyBuffer(first.characters, 0, length);
        offset.setOffset(first.start, cut);
        first.start = cut;
        first.length -= length;
        System.arraycopy(first.characters, length, first.characters, 0, first.length);
    }

    /** Makes the first two tokens one, with the text of the second. */
    void joinFirstTwo() {
        int start = ring[head].start;
        drop(1);
        ring[head].start = start;
    }

    /** Hands on this text in the place of the first tokens. */
    void emit(String text, int tokens) {
        int start = ring[head].start;
        int end = ring[head + tokens - 1 & mask].end;
        term.setEmpty().append(text);
        offset.setOffset(start, end);
        drop(tokens);
    }

    void dropFirst() {
        drop(1);
    }

    private void drop(int tokens) {
        head = head + tokens & mask;
        size -= tokens;
    }
}
