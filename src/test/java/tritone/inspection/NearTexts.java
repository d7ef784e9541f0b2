package tritone.inspection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusFiles;
import tritone.corpus.CorpusFormat;
import tritone.corpus.CorpusPart;
import tritone.corpus.ReadingOptions;
import tritone.text.Chain;

/** Invented texts, the groups of nearly the same ones, and the same found by comparing every text with every other. */
final class NearTexts {
    private NearTexts() {}

    /** Words that no language has. */
    static List<String> words(Random random, int count, int vocabulary) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add("w" + Integer.toString(random.nextInt(vocabulary), 36));
        }
        return words;
    }

    /** The words with some of them replaced by others that stand in no other text. */
    static List<String> changed(List<String> words, Random random, int changes) {
        List<String> changed = new ArrayList<>(words);
        for (int i = 0; i < changes; i++) {
            changed.set(random.nextInt(changed.size()), "x" + Long.toString(random.nextLong() >>> 1, 36));
        }
        return changed;
    }

    /** Index on sets of phrases, from the words themselves. */
    static double jaccard(List<String> one, List<String> other) {
        Set<List<String>> both = new HashSet<>(phrases(one));
        both.retainAll(phrases(other));
        return (double) both.size() / (phrases(one).size() + phrases(other).size() - both.size());
    }

    private static Set<List<String>> phrases(List<String> words) {
        Set<List<String>> phrases = new HashSet<>();
        for (int i = 0; i + 5 <= Math.max(5, words.size()); i++) {
            phrases.add(words.subList(i, Math.min(words.size(), i + 5)));
        }
        return phrases;
    }

    /** Which texts belong together: alike, or joined by others that are. Compares all pairs. */
    static Set<Set<Integer>> compared(List<List<String>> texts) {
        int[] group = new int[texts.size()];
        Arrays.setAll(group, i -> i);
        for (int i = 0; i < group.length; i++) {
            for (int k = 0; k < i; k++) {
                if (jaccard(texts.get(i), texts.get(k)) >= 0.8) {
                    int from = group[i];
                    int to = group[k];
                    Arrays.setAll(group, at -> group[at] == from ? to : group[at]);
                }
            }
        }
        return severals(group);
    }

    private static Set<Set<Integer>> severals(int[] group) {
        Map<Integer, Set<Integer>> members = new TreeMap<>();
        for (int i = 0; i < group.length; i++) {
            members.computeIfAbsent(group[i], key -> new HashSet<>()).add(i);
        }
        Set<Set<Integer>> severals = new HashSet<>(members.values());
        severals.removeIf(rows -> rows.size() < 2);
        return severals;
    }

    /** The same as it is found in a file of these texts. */
    static Set<Set<Integer>> found(Path folder, List<List<String>> texts) throws IOException {
        StringBuilder lines = new StringBuilder();
        texts.forEach(words ->
                lines.append(String.join(" ", words).toUpperCase(Locale.ROOT)).append(".\n"));
        ReadingOptions lineByLine =
                new ReadingOptions(Optional.of(CorpusFormat.LINES), Map.of(), Optional.empty(), Optional.empty());
        List<CorpusPart> parts = Corpus.open(CorpusFiles.write(folder, "near.txt", lines.toString()), lineByLine)
                .parts();
        FirstReading first =
                new FirstReading(new InspectionOptions(Chain.parse("whitespace"), 400, 2, Exception::toString));
        first.read(parts.get(0), (part, read) -> {});
        int[] heads = Groups.heads(first.rows.words);
        Buckets buckets = new Buckets(first.rows, heads);
        SecondReading second = new SecondReading(first, buckets.rows(), buckets.rows());
        second.read(parts, 2);
        Set<Set<Integer>> found = new HashSet<>();
        Groups.of(heads, buckets.buckets(), first.rows::shareKeyBefore, second::phrases)
                .ofSeveral()
                .forEach(group -> found.add(new HashSet<>(group)));
        return found;
    }
}
