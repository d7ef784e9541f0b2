package tritone.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file for each review, in a folder for each label. Reviews without one go into a folder {@code unsup}, which readers take
 * for a part of its own, or straight into the folder if none has a label.
 */
final class FolderSink implements ReviewSink {
    private static final String UNLABELLED = "unsup";

    /** What some system or other does not want in a name, and what readers pass over or take for a part. */
    private static final Pattern UNFIT = Pattern.compile("(?s)\\..*|.*[/\\\\:*?\"<>|\\p{Cntrl}].*|.*[. ]|.{61,}");

    private final Path root;
    private final Map<String, FileNames> names = new HashMap<>();

    FolderSink(Path root) throws IOException {
        this.root = Files.createDirectory(root);
    }

    @Override
    public Set<Field> write(Review review, String place) throws IOException {
        String folder = review.label().map(label -> checked(label, place)).orElse(UNLABELLED);
        if (!names.containsKey(folder)) {
            names.put(folder, new FileNames());
            Files.createDirectory(root.resolve(folder));
        }
        FileNames.Name name = names.get(folder).next(review);
        Files.writeString(
                root.resolve(folder).resolve(name.stem() + ".txt"), ReviewWriter.afterByteOrderMark(review.text()));
        Set<Field> lost = EnumSet.noneOf(Field.class);
        lost.addAll(name.lost());
        if (review.group().isPresent()) {
            lost.add(Field.GROUP);
        }
        return lost;
    }

    private static String checked(String label, String place) {
        if (UNFIT.matcher(label).matches() || Split.named(label).isPresent()) {
            throw new CorpusFormatException(
                    place, "expected a label that can be the name of a folder but found \"" + Quote.of(label) + "\"");
        }
        return label;
    }

    @Override
    public void close() throws IOException {
        Path unlabelled = root.resolve(UNLABELLED);
        if (names.keySet().equals(Set.of(UNLABELLED)) && Files.exists(unlabelled)) {
            List<Path> files;
            try (Stream<Path> found = Files.list(unlabelled)) {
                files = found.toList();
            }
            for (Path file : files) {
                Files.move(file, root.resolve(file.getFileName()));
            }
            Files.delete(unlabelled);
        }
    }
}
