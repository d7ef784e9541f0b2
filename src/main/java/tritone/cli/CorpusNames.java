package tritone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        Path whole = Home.find("corpora", name);
        if (Files.exists(whole)) {
            return List.of(whole);
        }
        List<Path> places = new ArrayList<>();
        for (String one : name.split("\\" + SEPARATOR)) {
            Path place = Home.find("corpora", one);
            places.addAll(!Files.exists(place) && Glob.isOne(one) ? Glob.of(one).paths() : List.of(place));
        }
        return places;
    }
}
