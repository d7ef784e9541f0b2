package tritone.corpus;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file that is one review: {@code pos/0_9.txt} is labelled by its folder and rated 9 by its name. */
record TextFile(Path file, String id, Optional<String> label) {
    /** Names as in the Large Movie Review Dataset: number, rating; a rating of 0 there means none. */
    private static final Pattern RATED = Pattern.compile("\\d+_(\\d{1,2})\\.txt(\\.gz)?");

    OptionalDouble rating() {
        Matcher name = RATED.matcher(file.getFileName().toString());
        return name.matches() && !name.group(1).equals("0")
                ? OptionalDouble.of(Integer.parseInt(name.group(1)))
                : OptionalDouble.empty();
    }
}
