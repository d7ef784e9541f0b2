package tritone.download;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the archive of the Large Movie Review Dataset holds, once it is read: texts in a spool, all else in memory. */
final class MovieArchive {
    private static final int REVIEW_BYTES = 1 << 20;
    private static final int FILMS_BYTES = 1 << 24;

    private static final Pattern REVIEW =
            Pattern.compile("(?:\\./)?aclImdb/((?:train|test)/(?:pos|neg)|train/unsup)/((\\d{1,9})_(\\d{1,2})\\.txt)");
    private static final Pattern FILMS =
            Pattern.compile("(?:\\./)?aclImdb/((?:train|test)/urls_(?:pos|neg|unsup)\\.txt)");
    private static final Pattern FILM = Pattern.compile("/(tt\\d+)/");

    private final String name;
    private final Map<String, List<Found>> reviews = new TreeMap<>();
    private final Map<String, List<String>> films = new HashMap<>();

    /** A review whose film may stand later in the archive. */
    private record Found(MovieFolder folder, String fileName, int number, int rating, long start, int length) {}

    private MovieArchive(String name) {
        this.name = name;
    }

    static MovieArchive read(TarFiles files, TextSpool spool, DoubleConsumer share) throws IOException {
        MovieArchive archive = new MovieArchive(files.name());
        for (String name = files.next(); name != null; name = files.next()) {
            Matcher review = REVIEW.matcher(name);
            Matcher films = FILMS.matcher(name);
            if (review.matches()) {
                byte[] text = files.content(REVIEW_BYTES);
                archive.add(review, spool.add(text), text.length);
            } else if (films.matches()) {
                archive.films.put(
                        films.group(1), films(new String(files.content(FILMS_BYTES), StandardCharsets.UTF_8)));
            }
            share.accept(files.shareRead());
        }
        spool.finish();
        return archive;
    }

    private void add(Matcher review, long start, int length) {
        MovieFolder folder = new MovieFolder(review.group(1));
        Found found = new Found(
                folder,
                review.group(2),
                Integer.parseInt(review.group(3)),
                Integer.parseInt(review.group(4)),
                start,
                length);
        reviews.computeIfAbsent(folder.part(), part -> new ArrayList<>()).add(found);
    }

    /** The film of each line; of one that names none, the line. */
    private static List<String> films(String lines) {
        return lines.lines()
                .map(line -> {
                    Matcher film = FILM.matcher(line);
                    return film.find() ? film.group(1) : line.strip();
                })
                .toList();
    }

    /** The reviews of a part, in the order in which the reader of folders would give them. */
    List<SpooledReview> part(String part) {
        List<Found> found = reviews.getOrDefault(part, List.of());
        if (found.isEmpty()) {
            throw new ArchiveFormatException(name, "expected reviews for " + part + " but found none");
        }
        return found.stream()
                .map(this::spooled)
                .sorted(Comparator.comparing(SpooledReview::id))
                .toList();
    }

    private SpooledReview spooled(Found found) {
        MovieFolder folder = found.folder;
        String id = folder.id(found.fileName);
        return new SpooledReview(id, folder.label(), found.rating, film(found), found.start, found.length);
    }

    private String film(Found found) {
        List<String> lines = films.getOrDefault(found.folder.films(), List.of());
        if (found.number >= lines.size() || lines.get(found.number).isEmpty()) {
            throw new ArchiveFormatException(
                    name + ":aclImdb/" + found.folder.films(),
                    "expected the film of " + found.fileName + " in line " + (found.number + 1L) + " but found "
                            + (found.number < lines.size() ? "an empty one" : lines.size() + " lines"));
        }
        return lines.get(found.number);
    }
}
