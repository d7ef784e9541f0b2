package tritone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tritone.corpus.Corpus;
import tritone.corpus.Glob;
import tritone.corpus.ReadingOptions;

/** What people type for a corpus: a path, a name of one that ships, a pattern, - for standard input, or several of those. */
final class CorpusNames {
    /** Between several in a plan; no file that could lie on every system has it in its name. */
    private static final String SEPARATOR = "|";

    private CorpusNames() {}

    /** Several names as one, as a plan carries it. */
    static String joined(List<String> names) {
        return String.join(SEPARATOR, names);
    }

    /** The corpus that this name means. */
    static Corpus open(String name, ReadingOptions options) throws IOException {
        if (name.equals("-")) {
            return Corpus.of("stdin", System.in, options);
        }
        List<Path> places = places(name);
        return places.size() == 1 ? Corpus.open(places.get(0), options) : Corpus.open(name, places, options);
    }

    private static List<Path> places(String name) throws IOException {
        if (exists(name)) {
            return List.of(Home.find("corpora", name));
        }
        List<Path> places = new ArrayList<>();
        for (String one : name.split(Pattern.quote(SEPARATOR))) {
            if (!exists(one) && Glob.isOne(one)) {
                places.addAll(Glob.of(one).paths());
            } else if (isPath(one)) {
                places.add(Home.find("corpora", one));
            } else {
                throw new NoSuchFileException(one);
            }
        }
        return places;
    }

    /** What to call a thing that is made of this corpus: as its first input, without an ending. */
    static String shortName(String name) {
        String first = name.split(Pattern.quote(SEPARATOR))[0];
        String last = isPath(first) ? lastOf(Path.of(first)) : first.substring(first.lastIndexOf('/') + 1);
        int dot = last.indexOf('.');
        String plain = (dot > 0 ? last.substring(0, dot) : last).replaceAll("[*?{}\\[\\],!]+", "");
        return plain.isEmpty() ? "all" : plain;
    }

    private static String lastOf(Path path) {
        Path file = path.toAbsolutePath().normalize().getFileName();
        return file == null ? "" : file.toString(); // of a whole disk
    }

    private static boolean exists(String name) {
        return isPath(name) && Files.exists(Home.find("corpora", name));
    }

    /** A pattern is none everywhere. */
    private static boolean isPath(String name) {
        try {
            return Path.of(name) != null;
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
