package tritone.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tritone.corpus.Labels;
import tritone.corpus.Quote;

/**
 * Counts what stands more than once, each row under the closest likeness only: the same text, else the same words, else
 * nearly the same. Rows of one part are repeats; rows of a later part whose text an earlier one holds are shared.
 */
final class Repeats {
    static final List<Kind> KINDS = List.of(
            Kind.SHARED_TEXT, Kind.SHARED_NEAR, Kind.TWO_LABELS, Kind.SAME_TEXT, Kind.SAME_WORDS, Kind.NEAR_TEXT);

    private static final Map<Closeness, Kind> IN_ONE_PART =
            Map.of(Closeness.TEXT, Kind.SAME_TEXT, Closeness.WORDS, Kind.SAME_WORDS, Closeness.NEAR, Kind.NEAR_TEXT);

    private static final Map<Closeness, Kind> IN_TWO_PARTS = Map.of(
            Closeness.TEXT, Kind.SHARED_TEXT, Closeness.WORDS, Kind.SHARED_TEXT, Closeness.NEAR, Kind.SHARED_NEAR);

    private static final Comparator<List<Integer>> PAIRS =
            Comparator.<List<Integer>>comparingInt(pair -> pair.get(0)).thenComparingInt(pair -> pair.get(1));

    private final Rows rows;
    private final int[] textHeads;
    private final int[] wordHeads;
    private final SecondReading second;
    private final Labels labels;
    private final Tally tally = new Tally();
    private final Map<Kind, Long> groups = new TreeMap<>();
    private final Map<List<Integer>, Map<String, Long>> shared = new TreeMap<>(PAIRS); // by later part, earlier part

    private enum Closeness {
        TEXT,
        WORDS,
        NEAR
    }

    Repeats(Rows rows, int[] textHeads, int[] wordHeads, SecondReading second) {
        this.rows = rows;
        this.textHeads = textHeads;
        this.wordHeads = wordHeads;
        this.second = second;
        labels = Labels.observed(rows.labelNames());
    }

    /** Counts the rows of one group, which are in ascending order. */
    void add(List<Integer> group) {
        TreeSet<Kind> met = new TreeSet<>();
        Map<Integer, List<Integer>> byPart = new TreeMap<>();
        group.forEach(row -> byPart.computeIfAbsent(rows.part(row), part -> new ArrayList<>())
                .add(row));
        byPart.forEach((part, members) -> {
            FirstRows before = new FirstRows();
            for (int row : members) {
                before.closest(row).ifPresent(closeness -> met.add(count(IN_ONE_PART, closeness, before, row)));
                before.add(row);
            }
        });
        countShared(byPart, met);
        addLabels(group, met);
        met.forEach(kind -> groups.merge(kind, 1L, Long::sum));
    }

    /** The first row of each text, of the same words, and of all, among those of one or more parts. */
    private final class FirstRows {
        private final Map<Integer, Integer> texts = new HashMap<>();
        private final Map<Integer, Integer> words = new HashMap<>();
        private Optional<Integer> first = Optional.empty();

        void add(int row) {
            texts.putIfAbsent(textHeads[row], row);
            words.putIfAbsent(wordHeads[row], row);
            first = first.or(() -> Optional.of(row));
        }

        Optional<Closeness> closest(int row) {
            if (texts.containsKey(textHeads[row])) {
                return Optional.of(Closeness.TEXT);
            }
            return words.containsKey(wordHeads[row]) ? Optional.of(Closeness.WORDS) : first.map(any -> Closeness.NEAR);
        }

        int fellow(int row, Closeness closeness) {
            return switch (closeness) {
                case TEXT -> texts.get(textHeads[row]);
                case WORDS -> words.get(wordHeads[row]);
                case NEAR -> first.orElseThrow();
            };
        }
    }

    private Kind count(Map<Closeness, Kind> kinds, Closeness closeness, FirstRows before, int row) {
        Kind kind = kinds.get(closeness);
        int fellow = before.fellow(row, closeness);
        tally.add(kind, List.of(fellow, row), () -> words(closeness, fellow, row));
        return kind;
    }

    private String words(Closeness closeness, int one, int other) {
        String words = second.words(wordHeads[one]);
        if (closeness != Closeness.NEAR) {
            return words;
        }
        double index = Jaccard.index(second.phrases(wordHeads[one]), second.phrases(wordHeads[other]));
        return String.format(Locale.ROOT, "%.2f alike: %s", index, words);
    }

    private void countShared(Map<Integer, List<Integer>> byPart, TreeSet<Kind> met) {
        FirstRows before = new FirstRows();
        Map<Integer, FirstRows> earlier = new TreeMap<>();
        byPart.forEach((part, members) -> {
            for (int row : members) {
                before.closest(row).ifPresent(closeness -> met.add(count(IN_TWO_PARTS, closeness, before, row)));
                earlier.forEach((other, theirs) -> theirs.closest(row)
                        .ifPresent(closeness -> shared.computeIfAbsent(List.of(part, other), pair -> new TreeMap<>())
                                .merge(name(closeness), 1L, Long::sum)));
            }
            FirstRows own = new FirstRows();
            members.forEach(own::add);
            members.forEach(before::add);
            earlier.put(part, own);
        });
    }

    private static String name(Closeness closeness) {
        return closeness.name().toLowerCase(Locale.ROOT);
    }

    /** Rows of the same words that are labelled, if their labels differ. */
    private void addLabels(List<Integer> group, TreeSet<Kind> met) {
        Map<Integer, List<Integer>> byWords = new TreeMap<>();
        group.stream()
                .filter(row -> rows.label(row) != Rows.NO_LABEL)
                .forEach(row -> byWords.computeIfAbsent(wordHeads[row], head -> new ArrayList<>())
                        .add(row));
        for (List<Integer> same : byWords.values()) {
            int first = same.get(0);
            Optional<Integer> other =
                    same.stream().filter(row -> label(row) != label(first)).findFirst();
            if (other.isPresent()) {
                met.add(Kind.TWO_LABELS);
                String both = name(first) + " and " + name(other.get()) + ": ";
                tally.add(
                        Kind.TWO_LABELS,
                        same.size(),
                        List.of(first, other.get()),
                        () -> both + second.words(wordHeads[first]));
            }
        }
    }

    private int label(int row) {
        return labels.indexOf(rows.labelNames().get(rows.label(row)));
    }

    private String name(int row) {
        return Quote.of(rows.labelNames().get(rows.label(row)));
    }

    /** What was counted of this kind; {@code parts} are named where they share. */
    Finding finding(Kind kind, Places places, List<String> parts) {
        return new Finding(
                kind,
                tally.count(kind),
                groups.getOrDefault(kind, 0L),
                shared(kind, parts),
                tally.examples(kind, places));
    }

    /** Of each pair of parts the rows of the later one that the earlier one holds. */
    private List<Finding.Detail> shared(Kind kind, List<String> parts) {
        List<Finding.Detail> details = new ArrayList<>();
        shared.forEach((pair, counts) -> {
            Map<String, Long> shown = new TreeMap<>();
            for (Closeness closeness : Closeness.values()) {
                if (IN_TWO_PARTS.get(closeness) == kind && counts.containsKey(name(closeness))) {
                    shown.put("same " + name(closeness), counts.get(name(closeness)));
                }
            }
            if (!shown.isEmpty()) {
                details.add(new Finding.Detail(parts.get(pair.get(0)) + " in " + parts.get(pair.get(1)), shown));
            }
        });
        return details;
    }
}
