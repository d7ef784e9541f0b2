package tritone.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rating that a text names in so many words.
 *
 * @param name such as 7/10, 3 stars, thumbs down
 * @param value the figure; of thumbs 1 for up and 0 for down
 * @param most the highest figure there could be; 0 if the text does not tell
 * @param at where it stands
 */
record NamedRating(String name, double value, int most, int at) {
    private static final List<String> NUMBERS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private static final String NUMBER = "(\\d{1,3}(?:[.,]\\d)?|" + String.join("|", NUMBERS) + ")";

    /** A date such as 10/10/2001 is none, nor is a share of no usual scale such as 24/7. */
    private static final Pattern OUT_OF = Pattern.compile(
            "(?<![\\w/.,]|\\d-)" + NUMBER + "(?: ?/ ?|[ -]out[ -]of[ -])(100|10|5|4|ten|five|four)(?![\\w/]|[.,]\\d)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern STARS =
            Pattern.compile("(?<![\\w/.,]|\\d-)" + NUMBER + "[ -]stars?\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern THUMBS = Pattern.compile("\\bthumbs?[ -](up|down)\\b", Pattern.CASE_INSENSITIVE);

    /** All that a text names, of each sort the first to the last. */
    static List<NamedRating> in(String text) {
        List<NamedRating> found = new ArrayList<>();
        addOutOf(OUT_OF.matcher(text), found);
        if (text.contains("star") || text.contains("STAR") || text.contains("Star")) {
            addStars(STARS.matcher(text), found);
        }
        if (text.contains("humb") || text.contains("HUMB")) {
            addThumbs(THUMBS.matcher(text), found);
        }
        return found;
    }

    private static void addOutOf(Matcher matcher, List<NamedRating> found) {
        while (matcher.find()) {
            double value = number(matcher.group(1));
            int most = (int) number(matcher.group(2));
            if (value <= most) {
                found.add(new NamedRating(figure(value) + "/" + most, value, most, matcher.start()));
            }
        }
    }

    private static void addStars(Matcher matcher, List<NamedRating> found) {
        while (matcher.find()) {
            double value = number(matcher.group(1));
            if (value <= 10) {
                found.add(
                        new NamedRating(figure(value) + (value == 1 ? " star" : " stars"), value, 0, matcher.start()));
            }
        }
    }

    private static void addThumbs(Matcher matcher, List<NamedRating> found) {
        while (matcher.find()) {
            boolean up = matcher.group(1).equalsIgnoreCase("up");
            found.add(new NamedRating(up ? "thumbs up" : "thumbs down", up ? 1 : 0, 1, matcher.start()));
        }
    }

    private static double number(String text) {
        int word = NUMBERS.indexOf(text.toLowerCase(Locale.ROOT));
        return word >= 0 ? word : Double.parseDouble(text.replace(',', '.'));
    }

    private static String figure(double value) {
        return value == (int) value ? Integer.toString((int) value) : Double.toString(value);
    }
}
