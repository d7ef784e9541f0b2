package tritone.inspection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How often each kind was met in texts, and where first. */
final class Tally {
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Hit>> first = new EnumMap<>(Kind.class);

    /** A row, and words from it. */
    record Hit(List<Integer> rows, String words) {}

    /** Counts so many rows, some of which stand for them; {@code words} is asked for the first few only. */
    void add(Kind kind, long count, List<Integer> rows, Supplier<String> words) {
        counts.merge(kind, count, Long::sum);
        List<Hit> hits = first.computeIfAbsent(kind, key -> new ArrayList<>());
        if (hits.size() < Example.MOST) {
            hits.add(new Hit(rows, words.get()));
        }
    }

    void add(Kind kind, List<Integer> rows, Supplier<String> words) {
        add(kind, 1, rows, words);
    }

    void add(Kind kind, int row, Supplier<String> words) {
        add(kind, List.of(row), words);
    }

    Finding finding(Kind kind, Places places) {
        return Finding.of(kind, count(kind), examples(kind, places));
    }

    long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    List<Example> examples(Kind kind, Places places) {
        return first.getOrDefault(kind, List.of()).stream()
                .map(hit -> new Example(hit.rows.stream().map(places::of).toList(), hit.words))
                .toList();
    }
}
