package tritone.text;

import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/** English words that say little. Sentiment hangs on three that Lucene counts among them: not good, no good, good but. */
final class StopWords {
    private static final Set<String> KEPT = Set.of("no", "not", "but");
    private static final CharArraySet WORDS = words();

    private StopWords() {}

    static TokenStream drop(TokenStream tokens) {
        return new StopFilter(tokens, WORDS);
    }

    private static CharArraySet words() {
        CharArraySet words = new CharArraySet(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.size(), false);
        for (Object entry : EnglishAnalyzer.ENGLISH_STOP_WORDS_SET) {
            String word = new String((char[]) entry);
            if (!KEPT.contains(word)) {
                words.add(word);
            }
        }
        return CharArraySet.unmodifiableSet(words);
    }
}
