package tritone.inspection;

import java.io.IOException;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tritone.corpus.BytesRead;
import tritone.corpus.CorpusPart;
import tritone.text.Language;

/**
 * Looks at all reviews of some parts. The result does not depend on the number of threads. In memory are a hundred and some
 * bytes a review, the texts of what cannot be read twice, and the phrases of what may stand more than once.
 */
public final class Inspector {
    private static final int LONG_TIMES = 10;

    private final FirstReading first;
    private final InspectionOptions options;
    private final Map<Kind, Finding> findings = new EnumMap<>(Kind.class);
    private final Map<Kind, BitSet> odd = new EnumMap<>(Kind.class); // rows that only the whole shows to be odd

    private Inspector(FirstReading first, InspectionOptions options) {
        this.first = first;
        this.options = options;
    }

    /**
     * Reads and compares.
     *
     * @param progress is told now and then how far the first reading of a part is
     */
    public static Inspection inspect(
            List<CorpusPart> parts, InspectionOptions options, BiConsumer<CorpusPart, BytesRead> progress)
            throws IOException {
        FirstReading first = new FirstReading(options);
        for (CorpusPart part : parts) {
            first.read(part, progress);
        }
        return new Inspector(first, options).inspection(parts);
    }

    private Inspection inspection(List<CorpusPart> parts) throws IOException {
        Rows rows = first.rows;
        Optional<Language> language = ExpectedLanguage.of(options.chain(), rows);
        int median = rows.tokenPercentile(0.5);
        findOdd(language, median);
        int[] wordHeads = Groups.heads(rows.words);
        Buckets buckets = new Buckets(rows, wordHeads);
        SecondReading second = new SecondReading(first, buckets.rows(), shown(buckets, wordHeads));
        second.read(parts, options.threads());
        addRepeats(wordHeads, Groups.of(wordHeads, buckets.buckets(), rows::shareKeyBefore, second::phrases), second);
        addOdd(second);
        addTallied();
        List<Finding> inOrder = List.of(Kind.values()).stream()
                .map(kind -> findings.computeIfAbsent(kind, Finding::none))
                .toList();
        return new Inspection(first.parts, language, median, inOrder);
    }

    private void findOdd(Optional<Language> language, int median) {
        for (Kind kind : new Kind[] {Kind.NO_LABEL, Kind.OTHER_LANGUAGE, Kind.LONG_TEXT}) {
            odd.put(kind, new BitSet());
        }
        Rows rows = first.rows;
        for (int row = 0; row < rows.size(); row++) {
            boolean unlabelled =
                    rows.label(row) == Rows.NO_LABEL && LabelFindings.expectsLabels(first.parts.get(rows.part(row)));
            odd.get(Kind.NO_LABEL).set(row, unlabelled);
            odd.get(Kind.OTHER_LANGUAGE)
                    .set(row, language.filter(rows.language(row)::rulesOut).isPresent());
            odd.get(Kind.LONG_TEXT).set(row, rows.tokens.get(row) > (long) LONG_TIMES * median);
        }
    }

    /** What people are shown some words of: the first odd ones, and whatever stands more than once. */
    private BitSet shown(Buckets buckets, int[] wordHeads) {
        BitSet shown = (BitSet) buckets.rows().clone();
        odd.values().forEach(rows -> rows.stream().limit(Example.MOST).forEach(shown::set));
        for (int row = 0; row < wordHeads.length; row++) {
            if (wordHeads[row] != row) {
                shown.set(wordHeads[row]);
            }
        }
        return shown;
    }

    private void addRepeats(int[] wordHeads, Groups groups, SecondReading second) {
        Repeats repeats = new Repeats(first.rows, Groups.heads(first.rows.texts), wordHeads, second);
        groups.ofSeveral().stream()
                // Those without any token are told as such.
                .filter(group -> first.rows.tokens.get(group.get(0)) > 0)
                .forEach(repeats::add);
        for (Kind kind : Repeats.KINDS) {
            findings.put(kind, repeats.finding(kind, first.places, titles()));
        }
    }

    /** Names of parts, with what each is for where one folder holds several. */
    private List<String> titles() {
        Set<String> names = new HashSet<>();
        Set<String> twice = new HashSet<>();
        first.parts.forEach(part -> (names.add(part.name()) ? names : twice).add(part.name()));
        return first.parts.stream()
                .map(part -> twice.contains(part.name()) ? part.name() + " (" + part.split() + ")" : part.name())
                .toList();
    }

    private void addOdd(SecondReading second) {
        addOdd(Kind.NO_LABEL, second::words);
        addOdd(Kind.OTHER_LANGUAGE, row -> likeliest(row) + ": " + second.words(row));
        addOdd(Kind.LONG_TEXT, row -> first.rows.tokens.get(row) + " tokens: " + second.words(row));
        Map<String, Long> languages = new TreeMap<>();
        odd.get(Kind.OTHER_LANGUAGE).stream().forEach(row -> languages.merge(likeliest(row), 1L, Long::sum));
        findings.computeIfPresent(
                Kind.OTHER_LANGUAGE,
                (kind, found) -> languages.isEmpty()
                        ? found
                        : new Finding(
                                kind,
                                found.count(),
                                0,
                                List.of(new Finding.Detail("languages", languages)),
                                found.examples()));
    }

    private String likeliest(int row) {
        return first.rows.language(row).likeliest().orElseThrow().title();
    }

    private void addOdd(Kind kind, IntFunction<String> words) {
        BitSet rows = odd.get(kind);
        List<Example> examples = IntStream.range(0, rows.length())
                .filter(rows::get)
                .limit(Example.MOST)
                .mapToObj(row -> new Example(List.of(first.places.of(row)), words.apply(row)))
                .toList();
        findings.put(kind, Finding.of(kind, rows.cardinality(), examples));
    }

    private void addTallied() {
        long badRows = first.parts.stream().mapToLong(Inspection.Part::badRows).sum();
        findings.put(Kind.BAD_ROW, Finding.of(Kind.BAD_ROW, badRows, first.badRows));
        findings.put(Kind.ONE_LABEL, LabelFindings.oneLabel(first.parts));
        findings.put(Kind.RARE_LABEL, LabelFindings.rareLabel(first.parts));
        findings.put(Kind.IMBALANCE, LabelFindings.imbalance(first.parts));
        for (Kind kind : Kind.values()) {
            findings.computeIfAbsent(kind, tallied -> first.tally.finding(tallied, first.places));
        }
        findings.computeIfPresent(
                Kind.RATING_IN_TEXT,
                (kind, found) -> new Finding(
                        kind,
                        found.count(),
                        0,
                        found.isFound() ? first.ratings.details() : List.of(),
                        found.examples()));
    }
}
