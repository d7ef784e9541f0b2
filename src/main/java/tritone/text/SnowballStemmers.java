package tritone.text;

import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HindiStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.IndonesianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;
import org.tartarus.snowball.ext.YiddishStemmer;

/** Snowball's stemmers, as Lucene ships them. */
final class SnowballStemmers {
    private SnowballStemmers() {}

    static SnowballStemmer of(Language language) {
        return switch (language) {
            case ARABIC -> new ArabicStemmer();
            case CATALAN -> new CatalanStemmer();
            case DANISH -> new DanishStemmer();
            case GERMAN -> new GermanStemmer();
            case GREEK -> new GreekStemmer();
            case ENGLISH -> new EnglishStemmer();
            case SPANISH -> new SpanishStemmer();
            case ESTONIAN -> new EstonianStemmer();
            case BASQUE -> new BasqueStemmer();
            case FINNISH -> new FinnishStemmer();
            case FRENCH -> new FrenchStemmer();
            case IRISH -> new IrishStemmer();
            case HINDI -> new HindiStemmer();
            case HUNGARIAN -> new HungarianStemmer();
            case ARMENIAN -> new ArmenianStemmer();
            case INDONESIAN -> new IndonesianStemmer();
            case ITALIAN -> new ItalianStemmer();
            case LITHUANIAN -> new LithuanianStemmer();
            case NEPALI -> new NepaliStemmer();
            case DUTCH -> new DutchStemmer();
            case NORWEGIAN -> new NorwegianStemmer();
            case PORTUGUESE -> new PortugueseStemmer();
            case ROMANIAN -> new RomanianStemmer();
            case RUSSIAN -> new RussianStemmer();
            case SERBIAN -> new SerbianStemmer();
            case SWEDISH -> new SwedishStemmer();
            case TAMIL -> new TamilStemmer();
            case TURKISH -> new TurkishStemmer();
            case YIDDISH -> new YiddishStemmer();
            case BENGALI,
                    BRAZILIAN,
                    HEBREW,
                    BULGARIAN,
                    CHINESE,
                    CZECH,
                    GALICIAN,
                    JAPANESE,
                    KOREAN,
                    LATVIAN,
                    PERSIAN,
                    SORANI,
                    TELUGU,
                    THAI -> throw new IllegalStateException("Snowball has no stemmer for " + language);
        };
    }
}
