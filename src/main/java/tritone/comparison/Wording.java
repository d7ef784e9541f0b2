package tritone.comparison;

import java.util.List;
import java.util.Locale;
import tritone.evaluation.Interval;

/** Names and figures as sentences have them. */
public final class Wording {
    private static final List<String> NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private Wording() {}

    /** A contender as people call it, as in {@code LSTM window=16}; other names are left as they are. */
    public static String name(String contender) {
        int end = contender.indexOf(' ') < 0 ? contender.length() : contender.indexOf(' ');
        return cell(contender.substring(0, end)) + contender.substring(end);
    }

    private static String cell(String name) {
        return switch (name) {
            case "simple-rnn" -> "SimpleRNN";
            case "lstm" -> "LSTM";
            case "gru" -> "GRU";
            default -> name;
        };
    }

    /** As in {@code 87.3 %}. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** Of a difference, as in {@code 0.3 points}. */
    static String points(double difference) {
        return String.format(Locale.ROOT, "%.1f points", 100 * Math.abs(difference));
    }

    /** As in {@code 0.3 points (95 % interval -0.2 to 0.8)}; a negative difference is turned round. */
    static String points(Interval difference) {
        boolean turned = difference.value() < 0;
        return String.format(
                Locale.ROOT,
                "%s (95 %% interval %s to %s)",
                points(difference.value()),
                tenths(turned ? -difference.high() : difference.low()),
                tenths(turned ? -difference.low() : difference.high()));
    }

    /** In per cent, without a sign of nothing. */
    private static String tenths(double share) {
        String text = String.format(Locale.ROOT, "%.1f", 100 * share);
        return text.equals("-0.0") ? "0.0" : text;
    }

    /** As in {@code p = 0.03}. */
    public static String p(double p) {
        if (p < 0.001) {
            return "p < 0.001";
        }
        return String.format(Locale.ROOT, p < 0.1 ? "p = %.3f" : "p = %.2f", p);
    }

    /** Small numbers as words. */
    static String count(int number, String one, String more) {
        String words = number < NUMBERS.size() ? NUMBERS.get(number) : String.format(Locale.ROOT, "%,d", number);
        return words + " " + (number == 1 ? one : more);
    }

    /** As in {@code a, b and c}. */
    static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
