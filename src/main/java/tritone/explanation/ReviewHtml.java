package tritone.explanation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What moved an answer, as HTML that is well-formed XML: a review's words on colours by attribution, and the line of the
 * answer as it grew. Pages that show it include {@link #STYLE} and define the colours {@code --text}, {@code --faint} and {@code --line}.
 */
public final class ReviewHtml {
    /** Shades of either colour; a word of less than half a step has none. */
    private static final int SHADES = 10;

    /** How opaque the darkest shade is; the text on it must still be read. */
    private static final double DARKEST = 0.55;

    /** Blue and orange, which all eyes tell apart (Okabe and Ito, 2008). */
    public static final String STYLE = shades("pro", "0,114,178") + shades("con", "213,94,0") + """
            [class^=pro],[class^=con],.unread,.unknown{border-radius:.2em}
            [class^=pro],[class^=con]{color:var(--text)}
            .unknown{text-decoration:underline dotted}
            .unread{color:var(--faint)}
            .running{display:block;width:100%;height:3rem}
            .running path,.running line{fill:none;stroke:#0072b2;stroke-width:2;vector-effect:non-scaling-stroke}
            .running line{stroke:var(--line);stroke-width:1}
            """;

    /** What the colours and the line say. */
    public static final String KEY = String.format(Locale.ROOT, """
            Words moved the answer <span class="pro%1$d">towards the label</span> or
            <span class="con%1$d">away from it</span>, the stronger the colour, the further;
            <span class="unknown">dotted</span> words are not in the vocabulary, <span class="unread">grey</span>
            ones were not read. The line is the label's probability, 0 to 1, word by word.""", SHADES);

    private ReviewHtml() {}

    private static String shades(String side, String colour) {
        return IntStream.rangeClosed(1, SHADES)
                .mapToObj(shade -> String.format(
                        Locale.ROOT,
                        ".%s%d{background:rgba(%s,%.3f)}\n",
                        side,
                        shade,
                        colour,
                        DARKEST * shade / SHADES))
                .collect(Collectors.joining());
    }

    /** Words in their order, one on a line; the strongest has the darkest shade. */
    public static String words(List<PageWord> words) {
        double largest = words.stream()
                .mapToDouble(word -> Math.abs(word.attribution()))
                .max()
                .orElse(0);
        return words.stream().map(word -> html(word, largest)).collect(Collectors.joining());
    }

    private static String html(PageWord word, double largest) {
        String text = Html.escaped(word.text());
        if (word.standing() == PageWord.Standing.UNREAD) {
            return "<span class=\"unread\">" + text + "</span>\n";
        }
        String classes = classes(word, largest);
        return classes.isEmpty()
                ? text + "\n"
                : String.format(
                        Locale.ROOT,
                        "<span class=\"%s\" title=\"%+.3f\">%s</span>\n",
                        classes,
                        word.attribution(),
                        text);
    }

    private static String classes(PageWord word, double largest) {
        double share = largest == 0 ? 0 : Math.abs(word.attribution()) / largest;
        long shade = Math.round(SHADES * share);
        String side = shade == 0 ? "" : (word.attribution() < 0 ? "con" : "pro") + shade;
        String mark = word.standing() == PageWord.Standing.UNKNOWN ? "unknown" : "";
        return (side + " " + mark).strip();
    }

    /** The line of an answer that grew word by word; nothing if there is none. */
    public static String line(String label, float[] running) {
        if (running.length == 0) {
            return "";
        }
        // A single word is a level line.
        int last = Math.max(1, running.length - 1);
        long[] heights = IntStream.rangeClosed(0, last)
                .mapToLong(i -> Math.round(100.0 * (1 - running[Math.min(i, running.length - 1)])))
                .toArray();
        // Steps from point to point are shorter than points.
        String steps = IntStream.rangeClosed(1, last)
                .mapToObj(i -> "1 " + (heights[i] - heights[i - 1]))
                .collect(Collectors.joining(" "))
                .replace(" -", "-");
        return String.format(
                Locale.ROOT,
                """
                <svg class="running" viewBox="0 0 %1$d 100" preserveAspectRatio="none" role="img" aria-label="\
                probability of %2$s from %3$.2f to %4$.2f">
                <line x1="0" y1="50" x2="%1$d" y2="50"/>
                <path d="M0 %5$d l%6$s"/>
                </svg>
                """,
                last,
                Html.escaped(label),
                running[0],
                running[running.length - 1],
                heights[0],
                steps);
    }
}
