package tritone.inspection;

import tritone.text.Chain;
import tritone.text.TextAnalyzer;
import tritone.text.TokenSink;

/**
 * The words of one text after the other as numbers of 64 bits, and its phrases of five words. Words are what Lucene's
 * standard tokenizer finds in the text without markup, in lower case, whatever the chain of the collection is. Keeps its
 * buffers and therefore belongs to one thread.
 */
final class TextWords {
    /** Two of a million different texts are taken for the same once in thirty million collections. */
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private static final int PHRASE_WORDS = 5;
    private static final Chain CHAIN = Chain.parse("html,standard,lowercase");

    private final TextAnalyzer analyzer = new TextAnalyzer(CHAIN);
    private final Longs words = new Longs();
    private final Longs phrases = new Longs();

    /** Reads a text; {@code also} takes its words too. */
    void read(String text, TokenSink also) {
        words.clear();
        analyzer.analyze(text, (characters, length) -> {
            words.add(hash(characters, length));
            also.accept(characters, length);
        });
    }

    int count() {
        return words.size();
    }

    /** The same for the same words in the same order. */
    long hash() {
        long hash = words.size();
        for (int i = 0; i < words.size(); i++) {
            hash = mixed(hash + words.get(i));
        }
        return hash;
    }

    /**
     * Every five words that follow each other; of a text of fewer words all of them are its only phrase, of one without
     * words there is none. In no order and not always different.
     */
    Longs phrases() {
        phrases.clear();
        int most = Math.max(words.isEmpty() ? 0 : 1, words.size() - PHRASE_WORDS + 1);
        for (int start = 0; start < most; start++) {
            long phrase = 0;
            for (int i = start; i < Math.min(words.size(), start + PHRASE_WORDS); i++) {
                phrase = phrase * FACTOR + words.get(i);
            }
            phrases.add(mixed(phrase));
        }
        return phrases;
    }

    static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FACTOR;
            hash ^= hash >>> 32;
        }
        return mixed(hash);
    }

    private static long hash(char[] characters, int length) {
        long hash = length;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ characters[i]) * FACTOR;
            hash ^= hash >>> 32;
        }
        return mixed(hash);
    }

    /** Every bit of the number decides on every bit of the result (the last step of MurmurHash3). */
    static long mixed(long number) {
        long mixed = (number ^ number >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
