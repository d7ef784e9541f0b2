package tritone.corpus;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** A pattern for files and folders, for where no shell expands it: * and ? in a name, ** across folders, [..] and {..}. */
public final class Glob {
    private static final String SPECIAL = "*?[{";

    /** Any number of folders; inside braces Java knows no more braces. */
    private static final Pattern FOLDERS = Pattern.compile("(?<![^/])\\*\\*/+(?![^{}]*})");

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

    public static Glob of(String typed) {
        String pattern = typed.replace(File.separatorChar, '/');
        try {
            return new Glob(pattern, FileSystems.getDefault().getPathMatcher("glob:" + meant(pattern)));
        } catch (PatternSyntaxException e) {
            throw new CorpusFormatException(
                    pattern, "expected a pattern for files but found a fault: " + e.getDescription());
        }
    }

    /** For Java, a ** before a slash is one folder at least; for shells it may be none. */
    private static String meant(String pattern) {
        return FOLDERS.matcher(pattern).replaceAll("{**/,}");
    }

    /** What it means, in the order of the names; what begins with a dot, or lies in such a folder, only if the pattern does. */
    public List<Path> paths() throws IOException {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(pattern);
        }
        boolean hidden = ("/" + afterFolder()).contains("/.");
        try (Stream<Path> found = Files.walk(folder, depth(), FileVisitOption.FOLLOW_LINKS)) {
            List<Path> paths = found.filter(
                            path -> matcher.matches(path) && (hidden || !isHidden(folder.relativize(path))))
                    .sorted(Comparator.comparing(PathName::of))
                    .toList();
            if (paths.isEmpty()) {
                throw new NoSuchFileException(pattern);
            }
            return paths;
        }
    }

    private static boolean isHidden(Path path) {
        for (Path name : path) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /** The folder before the first name with something special in it. */
    private Path folder() {
        return Path.of(pattern.substring(0, pattern.length() - afterFolder().length()));
    }

    private String afterFolder() {
        int special = 0;
        while (SPECIAL.indexOf(pattern.charAt(special)) < 0) {
            special++;
        }
        return pattern.substring(pattern.lastIndexOf('/', special) + 1);
    }

    private int depth() {
        return pattern.contains("**")
                ? Integer.MAX_VALUE
                : (int) afterFolder().chars().filter(c -> c == '/').count() + 1;
    }
}
