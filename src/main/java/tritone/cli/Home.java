package tritone.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/** Where Tritone keeps what it ships: the launcher says so; elsewhere it is the folder one stands in. */
final class Home {
    private Home() {}

    private static Path folder() {
        return Path.of(System.getProperty("tritone.home", ""));
    }

    /** A path as it was typed if it exists, else the thing of this name among the shipped ones, else the path again. */
    static Path find(String shelf, String name) {
        Path typed = Path.of(name);
        Path shipped = folder().resolve(shelf).resolve(name);
        return !Files.exists(typed) && Files.exists(shipped) ? shortened(shipped) : typed;
    }

    /**
     * The same, but a path as it was typed does not count if it is no such thing while the shipped one is: a data set may
     * stand there under the same name.
     */
    static Path find(String shelf, String name, Predicate<Path> isOne) {
        Path shipped = folder().resolve(shelf).resolve(name);
        return !isOne.test(Path.of(name)) && isOne.test(shipped) ? shortened(shipped) : find(shelf, name);
    }

    /** Where a thing of this name is kept beside the shipped ones, be it there or not. */
    static Path place(String shelf, String name) {
        return shortened(folder().resolve(shelf).resolve(name));
    }

    /** Whether a path is a file, or a folder with a file of this name. */
    static boolean isFileOrHas(Path path, String name) {
        return Files.isRegularFile(path) || Files.isRegularFile(path.resolve(name));
    }

    /** Without the way to the folder one stands in, since that is how people would write it. */
    private static Path shortened(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }

    /** Where what can be made again is kept. */
    static Path cache() {
        return variable("TRITONE_CACHE")
                .map(Path::of)
                .or(() -> variable("XDG_CACHE_HOME").map(folder -> Path.of(folder, "tritone")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "tritone"));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
