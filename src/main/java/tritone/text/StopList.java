package tritone.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;

/** Drops tokens that are one of its words. The words are part of the chain, so that a model needs no file. */
record StopList(List<String> words) implements FilterStep {
    static final String START = "stop=";
    static final String DESCRIPTION =
            "drops the words of a file of yours, one in a line, as the steps before make them";

    StopList {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a list of stop words must have a word");
        }
        words.forEach(CarriedWords::checked);
        words = List.copyOf(new TreeSet<>(words));
        CarriedWords.checkLength(text(words));
    }

    /** Reads what stands after {@link #START}. */
    static StopList parse(String text) {
        return new StopList(
                Arrays.stream(text.split("\\|", -1)).map(CarriedWords::decoded).toList());
    }

    @Override
    public TokenStream over(TokenStream tokens, Chain before) {
        return new StopFilter(tokens, new CharArraySet(new ArrayList<>(words), false));
    }

    @Override
    public String description() {
        return DESCRIPTION;
    }

    @Override
    public String summary() {
        return String.format(Locale.ROOT, "stop(%,d %s)", words.size(), words.size() == 1 ? "word" : "words");
    }

    private static String text(List<String> words) {
        return words.stream().map(CarriedWords::encoded).collect(Collectors.joining("|", START, ""));
    }

    @Override
    public String toString() {
        return text(words);
    }
}
