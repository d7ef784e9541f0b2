package tritone.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** A language that a text can be told to be in: by its most common words (Lucene's stop words), or by its letters alone. */
public enum Language {
    ENGLISH("en", Language::englishWords),
    GERMAN("de", GermanAnalyzer::getDefaultStopSet),
    FRENCH("fr", FrenchAnalyzer::getDefaultStopSet),
    SPANISH("es", SpanishAnalyzer::getDefaultStopSet),
    ITALIAN("it", ItalianAnalyzer::getDefaultStopSet),
    PORTUGUESE("pt", PortugueseAnalyzer::getDefaultStopSet),
    DUTCH("nl", DutchAnalyzer::getDefaultStopSet),
    DANISH("da", DanishAnalyzer::getDefaultStopSet),
    SWEDISH("sv", SwedishAnalyzer::getDefaultStopSet),
    NORWEGIAN("no", NorwegianAnalyzer::getDefaultStopSet),
    FINNISH("fi", FinnishAnalyzer::getDefaultStopSet),
    HUNGARIAN("hu", HungarianAnalyzer::getDefaultStopSet),
    ROMANIAN("ro", RomanianAnalyzer::getDefaultStopSet),
    RUSSIAN("ru", RussianAnalyzer::getDefaultStopSet),
    BULGARIAN("bg", BulgarianAnalyzer::getDefaultStopSet),
    CZECH("cs", CzechAnalyzer::getDefaultStopSet),
    TURKISH("tr", TurkishAnalyzer::getDefaultStopSet),
    CATALAN("ca", CatalanAnalyzer::getDefaultStopSet),
    GALICIAN("gl", GalicianAnalyzer::getDefaultStopSet),
    BASQUE("eu", BasqueAnalyzer::getDefaultStopSet),
    LATVIAN("lv", LatvianAnalyzer::getDefaultStopSet),
    LITHUANIAN("lt", LithuanianAnalyzer::getDefaultStopSet),
    INDONESIAN("id", IndonesianAnalyzer::getDefaultStopSet),
    IRISH("ga", IrishAnalyzer::getDefaultStopSet),
    GREEK("el", UnicodeScript.GREEK),
    HEBREW("he", UnicodeScript.HEBREW),
    ARABIC("ar", UnicodeScript.ARABIC),
    HINDI("hi", UnicodeScript.DEVANAGARI),
    THAI("th", UnicodeScript.THAI),
    KOREAN("ko", UnicodeScript.HANGUL),
    /** Before Chinese: kana stand in no Chinese text, Chinese characters in every Japanese one. */
    JAPANESE("ja", UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
    CHINESE("zh", UnicodeScript.HAN);

    private final String code;
    private final Supplier<CharArraySet> words;
    private final Set<UnicodeScript> scripts;

    Language(String code, Supplier<CharArraySet> words) {
        this.code = code;
        this.words = words;
        this.scripts = EnumSet.noneOf(UnicodeScript.class);
    }

    Language(String code, UnicodeScript... scripts) {
        this.code = code;
        this.words = () -> CharArraySet.EMPTY_SET;
        this.scripts = EnumSet.copyOf(Arrays.asList(scripts));
    }

    /** The language with this code of ISO 639-1, if it can be told. */
    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    public String code() {
        return code;
    }

    /** Its most common words in lower case; none if its letters say enough. */
    CharArraySet words() {
        return words.get();
    }

    /** The letters that no other language here is written in, if there are such. */
    Set<UnicodeScript> scripts() {
        return scripts;
    }

    /** Snowball's list as Lucene ships it; the one of its analyzer has but a fifth of these words. */
    private static CharArraySet englishWords() {
        try (Reader words = new InputStreamReader(
                SnowballFilter.class.getResourceAsStream("english_stop.txt"), StandardCharsets.UTF_8)) {
            return WordlistLoader.getSnowballWordSet(words);
        } catch (IOException e) {
            throw new UncheckedIOException("english_stop.txt of Lucene", e);
        }
    }

    /** Its English name. */
    @Override
    public String toString() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
