package tritone.corpus;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names for the files of one folder, made from the ids of their reviews: fit for any system, no two alike in any case. Where
 * there is a whole rating the name ends in it, as {@link TextFile} reads it, and then it must begin with a number.
 */
final class FileNames {
    private static final int LONGEST = 60;
    private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._ -]");
    private static final Pattern RESERVED = Pattern.compile("(?is)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?|[. ].*|");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern RATED = Pattern.compile("(\\d+)_(\\d{1,2})");

    private final Set<String> taken = new HashSet<>();
    private long running;

    /** A name without its ending, and which fields of the review do not stand in it. */
    record Name(String stem, Set<Field> lost) {}

    Name next(Review review) {
        String id = withoutFolderAndEnding(review);
        Optional<String> rating = nameable(review.rating());
        String stem = rating.isPresent() ? rated(id, rating.get()) : unrated(id);
        Set<Field> lost = EnumSet.noneOf(Field.class);
        String whole = rating.map(number -> id + "_" + number).orElse(id);
        if (!stem.equals(id) && !stem.equals(whole)) {
            lost.add(Field.ID);
        }
        if (rating.isEmpty() && review.rating().isPresent()) {
            lost.add(Field.RATING);
        }
        return new Name(stem, lost);
    }

    /** An id may be the name of such a file. */
    private static String withoutFolderAndEnding(Review review) {
        String folder = review.label().map(label -> label + "/").orElse("");
        String id = review.id();
        return (id.startsWith(folder) ? id.substring(folder.length()) : id).replaceFirst("\\.txt(\\.gz)?$", "");
    }

    private static Optional<String> nameable(OptionalDouble rating) {
        double value = rating.orElse(0);
        return value >= 1 && value <= 99 && value == Math.rint(value)
                ? Optional.of(BigDecimal.valueOf(value).setScale(0).toString())
                : Optional.empty();
    }

    private String rated(String id, String rating) {
        Matcher named = RATED.matcher(id);
        boolean sameRating = named.matches() && named.group(2).equals(rating);
        String number = sameRating ? named.group(1) : id;
        while (!NUMBER.matcher(number).matches() || !taken.add(number + "_" + rating)) {
            number = Long.toString(++running);
        }
        return number + "_" + rating;
    }

    private String unrated(String id) {
        String fit = UNFIT.matcher(id).replaceAll("_");
        String name = fit.codePointCount(0, fit.length()) > LONGEST
                ? fit.substring(0, fit.offsetByCodePoints(0, LONGEST))
                : fit;
        if (RESERVED.matcher(name).matches() || Split.named(name).isPresent()) {
            name = "_" + name;
        }
        if (CorpusFormat.ofName(name + ".txt").orElseThrow() != CorpusFormat.LINES) {
            name += "_";
        }
        Matcher rated = RATED.matcher(name);
        if (rated.matches() && !rated.group(2).equals("0")) {
            name = rated.group(1) + "-" + rated.group(2);
        }
        String unique = name;
        while (!taken.add(unique.toLowerCase(Locale.ROOT))) {
            unique = name + "-" + ++running;
        }
        return unique;
    }
}
