package tritone.text;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.CharArrayMap;

/**
 * Guesses the language of one text after the other from their words in lower case: the one of whose most common words most
 * different ones occur, or the one whose letters most letters are. Belongs to one thread.
 */
public final class LanguageGuesser {
    /** Names and quotes bring two foreign words into many a text; a guess takes more. */
    private static final int LEAST_WORDS = 3;

    private static final Language[] LANGUAGES = Language.values();
    private static final CommonWords COMMON = CommonWords.ofAll();
    private static final Map<UnicodeScript, Language> BY_SCRIPT = byScript();

    private final int[] lastText = new int[COMMON.languages.length]; // in which each common word was counted last
    private final int[] words = new int[LANGUAGES.length];
    private final int[] letters = new int[LANGUAGES.length];
    private int allLetters;
    private int text = 1;

    /** Every common word with the languages it is common in, as bits. */
    private record CommonWords(CharArrayMap<Integer> indices, long[] languages) {
        static CommonWords ofAll() {
            CharArrayMap<Integer> indices = new CharArrayMap<>(8192, false);
            long[] languages = new long[8192];
            for (Language language : LANGUAGES) {
                for (Object entry : language.words()) {
                    char[] word = (char[]) entry;
                    if (word.length > 1) { // single letters are initials and bullets as well
                        Integer known = indices.putIfAbsent(word, indices.size());
                        int index = known == null ? indices.size() - 1 : known;
                        languages = index < languages.length ? languages : Arrays.copyOf(languages, 2 * index);
                        languages[index] |= 1L << language.ordinal();
                    }
                }
            }
            return new CommonWords(indices, Arrays.copyOf(languages, indices.size()));
        }
    }

    private static Map<UnicodeScript, Language> byScript() {
        Map<UnicodeScript, Language> languages = new EnumMap<>(UnicodeScript.class);
        for (Language language : LANGUAGES) {
            language.scripts().forEach(script -> languages.put(script, language));
        }
        return languages;
    }

    /** Takes the next word of the text, in lower case. */
    public void add(char[] characters, int length) {
        Integer index = COMMON.indices.get(characters, 0, length);
        if (index != null && lastText[index] != text) {
            lastText[index] = text;
            for (long left = COMMON.languages[index]; left != 0; left &= left - 1) {
                words[Long.numberOfTrailingZeros(left)]++;
            }
        }
        allLetters += length;
        if (characters[0] >= '\u0370') { // Latin letters are before that
            countLetters(characters, length);
        }
    }

    private void countLetters(char[] characters, int length) {
        for (int i = 0; i < length; i++) {
            Language language = BY_SCRIPT.get(UnicodeScript.of(characters[i]));
            if (language != null) {
                letters[language.ordinal()]++;
            }
        }
    }

    /** What the words since the last guess say; the next word begins another text. */
    public LanguageGuess guess() {
        LanguageGuess guess = byLetters().orElseGet(this::byWords);
        Arrays.fill(words, 0);
        Arrays.fill(letters, 0);
        allLetters = 0;
        text++;
        return guess;
    }

    /** Where most letters are of a script that tells the language; some kana among Chinese characters are Japanese. */
    private Optional<LanguageGuess> byLetters() {
        int japanese = letters[Language.JAPANESE.ordinal()];
        if (10 * japanese > letters[Language.CHINESE.ordinal()]) {
            letters[Language.JAPANESE.ordinal()] += letters[Language.CHINESE.ordinal()];
        }
        for (Language language : LANGUAGES) {
            if (letters[language.ordinal()] >= LEAST_WORDS && 2 * letters[language.ordinal()] > allLetters) {
                return Optional.of(new LanguageGuess(Optional.of(language), Set.of(language)));
            }
        }
        return Optional.empty();
    }

    private LanguageGuess byWords() {
        int best = 0;
        for (int i = 1; i < words.length; i++) {
            best = words[i] > words[best] ? i : best;
        }
        if (words[best] < LEAST_WORDS) {
            return LanguageGuess.NONE;
        }
        Set<Language> possible = EnumSet.noneOf(Language.class);
        for (int i = 0; i < words.length; i++) {
            if (2 * words[i] >= words[best]) {
                possible.add(LANGUAGES[i]);
            }
        }
        return new LanguageGuess(Optional.of(LANGUAGES[best]), possible);
    }
}
