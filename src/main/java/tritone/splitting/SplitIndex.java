package tritone.splitting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import tritone.corpus.BytesRead;
import tritone.corpus.CorpusPart;
import tritone.corpus.GroupFile;
import tritone.corpus.Labels;
import tritone.corpus.Review;
import tritone.corpus.ReviewReader;

/**
 * What a cut must know of each review, in the order of reading; of its text only a key. First all parts are added, then it is
 * asked.
 */
public final class SplitIndex {
    private int parts;
    private final String name;
    private final Optional<Path> groupFile;
    private final Optional<Map<String, String>> groupOf;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> known = new HashMap<>(); // each label and group once in memory
    private final Map<TextKey, Integer> firstOfText = new HashMap<>();
    private final Map<String, Integer> firstOfGroup = new HashMap<>();
    private final Bundles bundles = new Bundles();
    private int repeated;

    /** A review; no label and no group are null. */
    record Entry(String label, String group, TextKey text) {}

    private SplitIndex(String name, Optional<Path> groupFile, Optional<Map<String, String>> groupOf) {
        this.name = name;
        this.groupFile = groupFile;
        this.groupOf = groupOf;
    }

    /**
     * An index without reviews yet.
     *
     * @param name of the corpus, as errors begin with it
     * @param groups a file that maps ids to groups, which then count instead of the reviews' own
     */
    public static SplitIndex of(String name, Optional<Path> groups) throws IOException {
        return new SplitIndex(
                name, groups, groups.isPresent() ? Optional.of(GroupFile.read(groups.get())) : Optional.empty());
    }

    public void add(CorpusPart part, Consumer<BytesRead> progress) throws IOException {
        parts++;
        try (ReviewReader reader = part.open()) {
            for (Review review = reader.next(); review != null; review = reader.next()) {
                add(review);
                progress.accept(reader.bytesRead());
            }
        }
    }

    private void add(Review review) {
        int place = entries.size();
        String group = group(review).map(this::once).orElse(null);
        TextKey text = TextKey.of(review.text());
        entries.add(new Entry(review.label().map(this::once).orElse(null), group, text));
        bundles.add();
        Integer same = firstOfText.putIfAbsent(text, place);
        repeated += same == null ? 0 : 1;
        bundles.join(place, same);
        bundles.join(place, group == null ? null : firstOfGroup.putIfAbsent(group, place));
    }

    private String once(String word) {
        String before = known.putIfAbsent(word, word);
        return before == null ? word : before;
    }

    /** What this review belongs together with. */
    Optional<String> group(Review review) {
        return groupOf.isPresent() ? Optional.ofNullable(groupOf.get().get(review.id())) : review.group();
    }

    /** A file of groups that knows none of the reviews is another corpus'. */
    void checkGroups() {
        if (groupFile.isPresent() && firstOfGroup.isEmpty()) {
            throw new SplitException(groupFile.get() + ": expected ids of " + name + " but found none of them");
        }
    }

    String name() {
        return name;
    }

    /** Whether reviews of several parts come together, in each of which ids may be the same. */
    boolean isOfSeveralParts() {
        return parts > 1;
    }

    int size() {
        return entries.size();
    }

    Entry entry(int place) {
        return entries.get(place);
    }

    /** Places that stay together. */
    List<List<Integer>> bundles() {
        return bundles.all();
    }

    /** Reviews whose text stood somewhere before them. */
    int repeated() {
        return repeated;
    }

    /** The classes; reviews without a label are none of them. */
    Labels labels() {
        TreeSet<String> seen = new TreeSet<>();
        entries.stream().filter(entry -> entry.label != null).forEach(entry -> seen.add(entry.label));
        return Labels.observed(seen);
    }

    /** For each review the place of its label among these, or their number if it has none. */
    int[] strata(Labels labels) {
        return entries.stream()
                .mapToInt(entry -> entry.label == null ? labels.names().size() : labels.indexOf(entry.label))
                .toArray();
    }
}
