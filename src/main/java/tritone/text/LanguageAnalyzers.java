package tritone.text;

import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.br.BrazilianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** Lucene's analyzers. The first that is asked for loads the classes of all of them, which takes 10 ms. */
final class LanguageAnalyzers {
    private LanguageAnalyzers() {}

    /** As Lucene ships it. */
    static Analyzer shipped(Language language) {
        return switch (language) {
            case KOREAN -> new KoreanAnalyzer();
            case CHINESE, JAPANESE -> new CJKAnalyzer();
            default -> with(language, LanguageStopWords.of(language));
        };
    }

    /** The same, but it drops no word. */
    static Analyzer keepingAllWords(Language language) {
        return with(language, CharArraySet.EMPTY_SET);
    }

    private static Analyzer with(Language language, CharArraySet stopWords) {
        return switch (language) {
            case ARABIC -> new ArabicAnalyzer(stopWords);
            case BULGARIAN -> new BulgarianAnalyzer(stopWords);
            case BENGALI -> new BengaliAnalyzer(stopWords);
            case CATALAN -> new CatalanAnalyzer(stopWords);
            case SORANI -> new SoraniAnalyzer(stopWords);
            case CZECH -> new CzechAnalyzer(stopWords);
            case DANISH -> new DanishAnalyzer(stopWords);
            case GERMAN -> new GermanAnalyzer(stopWords);
            case GREEK -> new GreekAnalyzer(stopWords);
            case ENGLISH -> new EnglishAnalyzer(stopWords);
            case SPANISH -> new SpanishAnalyzer(stopWords);
            case ESTONIAN -> new EstonianAnalyzer(stopWords);
            case BASQUE -> new BasqueAnalyzer(stopWords);
            case PERSIAN -> new PersianAnalyzer(stopWords);
            case FINNISH -> new FinnishAnalyzer(stopWords);
            case FRENCH -> new FrenchAnalyzer(stopWords);
            case IRISH -> new IrishAnalyzer(stopWords);
            case GALICIAN -> new GalicianAnalyzer(stopWords);
            case HINDI -> new HindiAnalyzer(stopWords);
            case HUNGARIAN -> new HungarianAnalyzer(stopWords);
            case ARMENIAN -> new ArmenianAnalyzer(stopWords);
            case INDONESIAN -> new IndonesianAnalyzer(stopWords);
            case ITALIAN -> new ItalianAnalyzer(stopWords);
            case LITHUANIAN -> new LithuanianAnalyzer(stopWords);
            case LATVIAN -> new LatvianAnalyzer(stopWords);
            case NEPALI -> new NepaliAnalyzer(stopWords);
            case DUTCH -> new DutchAnalyzer(stopWords);
            case NORWEGIAN -> new NorwegianAnalyzer(stopWords);
            case PORTUGUESE -> new PortugueseAnalyzer(stopWords);
            case BRAZILIAN -> new BrazilianAnalyzer(stopWords);
            case ROMANIAN -> new RomanianAnalyzer(stopWords);
            case RUSSIAN -> new RussianAnalyzer(stopWords);
            case SERBIAN -> new SerbianAnalyzer(stopWords);
            case SWEDISH -> new SwedishAnalyzer(stopWords);
            case TAMIL -> new TamilAnalyzer(stopWords);
            case TELUGU -> new TeluguAnalyzer(stopWords);
            case THAI -> new ThaiAnalyzer(stopWords);
            case TURKISH -> new TurkishAnalyzer(stopWords);
            case CHINESE, JAPANESE -> new CJKAnalyzer(stopWords);
            case KOREAN -> new KoreanAnalyzer(null, KoreanTokenizer.DEFAULT_DECOMPOUND, Set.of(), false);
            case HEBREW, YIDDISH -> throw new IllegalStateException("Lucene has no analyzer for " + language);
        };
    }
}
