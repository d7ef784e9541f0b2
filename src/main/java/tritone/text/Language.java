package tritone.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A language that something is known of, by its code of ISO 639. Loads none of Lucene's classes. */
public enum Language {
    ARABIC("ar", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    BULGARIAN("bg", Use.ANALYZER, Use.STOP_WORDS),
    BENGALI("bn", Use.ANALYZER, Use.STOP_WORDS),
    CATALAN("ca", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    SORANI("ckb", Use.ANALYZER, Use.STOP_WORDS),
    CZECH("cs", Use.ANALYZER, Use.STOP_WORDS),
    DANISH("da", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    GERMAN("de", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    GREEK("el", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    ENGLISH("en", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    SPANISH("es", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    ESTONIAN("et", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    BASQUE("eu", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    PERSIAN("fa", Use.ANALYZER, Use.STOP_WORDS),
    FINNISH("fi", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    FRENCH("fr", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    IRISH("ga", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    GALICIAN("gl", Use.ANALYZER, Use.STOP_WORDS),
    HEBREW("he"),
    HINDI("hi", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    HUNGARIAN("hu", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    ARMENIAN("hy", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    INDONESIAN("id", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    ITALIAN("it", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    JAPANESE("ja", Use.ANALYZER),
    KOREAN("ko", Use.ANALYZER),
    LITHUANIAN("lt", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    LATVIAN("lv", Use.ANALYZER, Use.STOP_WORDS),
    NEPALI("ne", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    DUTCH("nl", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    NORWEGIAN("no", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    PORTUGUESE("pt", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    BRAZILIAN("pt-br", Use.ANALYZER, Use.STOP_WORDS),
    ROMANIAN("ro", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    RUSSIAN("ru", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    SERBIAN("sr", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    SWEDISH("sv", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    TAMIL("ta", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    TELUGU("te", Use.ANALYZER, Use.STOP_WORDS),
    THAI("th", Use.ANALYZER, Use.STOP_WORDS),
    TURKISH("tr", Use.ANALYZER, Use.STOP_WORDS, Use.STEMMER),
    YIDDISH("yi", Use.STEMMER),
    CHINESE("zh", Use.ANALYZER);

    /** What Lucene may have for a language. */
    enum Use {
        ANALYZER,
        /** Of the language itself: what stands beside the analyzer of Chinese and Japanese is English. */
        STOP_WORDS,
        /** One of Snowball's. */
        STEMMER
    }

    private final String code;
    private final Set<Use> uses;

    Language(String code, Use... uses) {
        this.code = code;
        this.uses = Set.of(uses);
    }

    boolean has(Use use) {
        return uses.contains(use);
    }

    /** Whether {@code lucene:} and its code is a step. */
    public boolean hasAnalyzer() {
        return has(Use.ANALYZER);
    }

    /** Those for which there is this. */
    static List<Language> with(Use use) {
        return Arrays.stream(values()).filter(language -> language.has(use)).toList();
    }

    /** The language with this code or English name. */
    public static Optional<Language> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(language ->
                        language.code.equals(lower) || language.english().equals(lower))
                .findFirst();
    }

    /** As in {@code german}. */
    String english() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its English name, as in {@code German}. */
    public String title() {
        return name().charAt(0) + english().substring(1);
    }

    /** The code. */
    @Override
    public String toString() {
        return code;
    }
}
