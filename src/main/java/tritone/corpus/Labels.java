package tritone.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** An ordered set of classes, and the spellings under which data sets write them. Immutable. */
public final class Labels {
    private static final List<String> NEGATIVE = List.of("neg", "negative", "bad", "false", "0", "-1");
    private static final List<String> POSITIVE = List.of("pos", "positive", "good", "true", "1", "+1");

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final Pattern ZERO_FRACTION = Pattern.compile("(?<=\\d)\\.0+$");

    /** {@code neg} and {@code pos}, under any of their spellings. */
    public static final Labels POLARITY = polarity();

    private final List<String> names;
    private final Map<String, Integer> indices;

    private Labels(List<String> names, Map<String, Integer> indices) {
        this.names = List.copyOf(names);
        this.indices = Map.copyOf(indices);
    }

    private static Labels polarity() {
        Map<String, Integer> indices = new HashMap<>();
        NEGATIVE.forEach(spelling -> indices.put(spelling, 0));
        POSITIVE.forEach(spelling -> indices.put(spelling, 1));
        return new Labels(List.of("neg", "pos"), indices);
    }

    /**
     * These classes in this order. {@code neg,pos} in any spelling is {@link #POLARITY}, and beside other classes a word
     * for good or bad goes by all its spellings too.
     */
    public static Labels of(List<String> names) {
        if (names.size() == 2 && POLARITY.indexOf(names.get(0)) == 0 && POLARITY.indexOf(names.get(1)) == 1) {
            return POLARITY;
        }
        Map<String, Integer> indices = new HashMap<>();
        for (String name : names) {
            if (indices.put(normalised(name), indices.size()) != null) {
                throw new IllegalArgumentException("labels must differ but " + Quote.of(name) + " is there twice");
            }
        }
        for (int i = 0; i < names.size(); i++) {
            if (isPolarityWord(names.get(i))) {
                int index = i;
                List<String> spellings = POLARITY.indexOf(names.get(i)) == 0 ? NEGATIVE : POSITIVE;
                spellings.forEach(spelling -> indices.putIfAbsent(spelling, index));
            }
        }
        return new Labels(names.stream().map(String::strip).toList(), indices);
    }

    /**
     * The classes behind the labels that a corpus was seen to hold: {@link #POLARITY} if every one is a spelling of it,
     * else each for itself in whatever case, numbers by size and words
     * by alphabet.
     */
    public static Labels observed(Collection<String> seen) {
        if (seen.stream().allMatch(label -> POLARITY.indexOf(label) >= 0)) {
            return POLARITY;
        }
        Map<String, String> different = new TreeMap<>();
        for (String label : new TreeSet<>(seen)) {
            different.putIfAbsent(normalised(label), label.strip());
        }
        List<String> sorted = new ArrayList<>(different.values());
        if (sorted.stream().allMatch(Labels::isNumber)) {
            sorted.sort(Comparator.comparingDouble(Double::parseDouble));
        }
        return of(sorted);
    }

    /** The class that this spelling means, or -1. */
    public int indexOf(String spelling) {
        return indices.getOrDefault(normalised(spelling), -1);
    }

    public List<String> names() {
        return names;
    }

    /** Whether this spelling alone tells good from bad; a bare number could as well count stars. */
    static boolean isPolarityWord(String spelling) {
        return POLARITY.indexOf(spelling) >= 0 && !isNumber(spelling);
    }

    private static String normalised(String spelling) {
        // A column of whole numbers with gaps is often written 1.0 and 0.0.
        String lower = spelling.strip().toLowerCase(Locale.ROOT);
        return isNumber(lower) ? ZERO_FRACTION.matcher(lower).replaceFirst("") : lower;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    @Override
    public String toString() {
        return String.join(", ", names);
    }
}
