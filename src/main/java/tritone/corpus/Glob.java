package tritone.corpus;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** A pattern for files and folders, for where no shell expands it: * and ? in a name, ** across folders, [..] and {..}. */
public final class Glob {
    private static final String SPECIAL = "*?[{";

    private final String pattern;
    private final PathMatcher matcher;

    private Glob(String pattern, PathMatcher matcher) {
        this.pattern = pattern;
        this.matcher = matcher;
    }

    /** Whether this has a character that only a pattern has. */
    public static boolean isOne(String text) {
        return text.chars().anyMatch(character -> SPECIAL.indexOf(character) >= 0);
    }

    public static Glob of(String pattern) {
        try {
            return new Glob(pattern, FileSystems.getDefault().getPathMatcher("glob:" + pattern));
        } catch (PatternSyntaxException e) {
            throw new CorpusFormatException(
                    pattern, "expected a pattern for files but found a fault: " + e.getDescription());
        }
    }

    /** What it means, in the order of the names; what begins with a dot only if the pattern does. */
    public List<Path> paths() throws IOException {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(pattern);
        }
        try (Stream<Path> found = Files.walk(folder, depth(), FileVisitOption.FOLLOW_LINKS)) {
            List<Path> paths = found.filter(path -> matcher.matches(path) && !isHidden(path))
                    .sorted(Comparator.comparing(PathName::of))
                    .toList();
            if (paths.isEmpty()) {
                throw new NoSuchFileException(pattern);
            }
            return paths;
        }
    }

    private boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".") && !pattern.contains("/.") && !pattern.startsWith(".");
    }

    /** The folder before the first name with something special in it. */
    private Path folder() {
        int special = 0;
        while (SPECIAL.indexOf(pattern.charAt(special)) < 0) {
            special++;
        }
        int slash = pattern.lastIndexOf('/', special);
        return Path.of(slash == 0 ? "/" : pattern.substring(0, Math.max(0, slash)));
    }

    private int depth() {
        if (pattern.contains("**")) {
            return Integer.MAX_VALUE;
        }
        return (int) pattern.substring(folder().toString().length())
                        .chars()
                        .filter(c -> c == '/')
                        .count()
                + 1;
    }
}
