package tritone.splitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusPart;
import tritone.corpus.ReadingOptions;

class CorpusSplitTest {
    private static final String THREE = "train=0.7,validation=0.2,test=0.1";

    @TempDir
    private Path folder;

    private SplitIndex index(List<String> rows) throws IOException {
        return index(rows, Optional.empty());
    }

    private SplitIndex index(List<String> rows, Optional<Path> groups) throws IOException {
        Path file = Files.writeString(
                folder.resolve("reviews.tsv"), "id\tlabel\tgroup\ttext\n" + String.join("\n", rows) + "\n");
        SplitIndex index = SplitIndex.of("reviews.tsv", groups);
        for (CorpusPart part : Corpus.open(file, ReadingOptions.DEFAULTS).parts()) {
            index.add(part, read -> {});
        }
        return index;
    }

    /** Reviews of three labels and some without one, each with a text of its own, in no group. */
    private static List<String> single(int count) {
        Random random = new Random(3);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String label = List.of("dire", "fine", "fine", "", "superb").get(random.nextInt(5));
            rows.add("r" + i + "\t" + label + "\t\ttext " + i);
        }
        return rows;
    }

    /** Groups of one to thirty reviews. */
    private static List<String> grouped(int count) {
        Random random = new Random(4);
        List<String> rows = new ArrayList<>();
        for (int group = 0; rows.size() < count; group++) {
            int size = 1 + (int) (30 * Math.pow(random.nextDouble(), 3));
            for (int i = 0; i < size; i++) {
                rows.add("r" + rows.size() + "\t" + (random.nextInt(3) == 0 ? "neg" : "pos") + "\tg" + group + "\ttext "
                        + rows.size());
            }
        }
        return rows;
    }

    private static Map<String, Integer> byId(List<String> rows, CorpusSplit split) {
        Map<String, Integer> parts = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            parts.put(rows.get(i).substring(0, rows.get(i).indexOf('\t')), split.part(i));
        }
        return parts;
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 10, 53, 100, 999})
    void withoutGroupsEachPartHasOfEachLabelItsShareButForOneReview(int count) throws IOException {
        SplitIndex index = index(single(count));
        double[] shares = {0.55, 0.25, 0.2};

        CorpusSplit split = CorpusSplit.of(index, PartsPlan.read("train=0.55,validation=0.25,test=0.2"), 5);

        Map<String, Integer> all = new HashMap<>();
        split.tallies().forEach(tally -> tally.labels().forEach((label, of) -> all.merge(label, of, Integer::sum)));
        int unlabelled =
                split.tallies().stream().mapToInt(PartTally::unlabelled).sum();
        for (int part = 0; part < shares.length; part++) {
            PartTally tally = split.tallies().get(part);
            double share = shares[part];
            assertThat(Math.abs(tally.reviews() - share * count)).isLessThan(1);
            tally.labels()
                    .forEach((label, of) ->
                            assertThat(Math.abs(of - share * all.get(label))).isLessThan(1));
            assertThat(Math.abs(tally.unlabelled() - share * unlabelled)).isLessThan(1);
        }
        assertThat(split.leftOver()).isZero();
    }

    @Test
    void aNumberIsMetExactlyAndTheRestIsInNoPart() throws IOException {
        CorpusSplit split = CorpusSplit.of(index(single(1000)), PartsPlan.read("train=0.5,test=123"), 1);

        assertThat(split.tallies()).extracting(PartTally::reviews).containsExactly(500, 123);
        assertThat(split.leftOver()).isEqualTo(377);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void groupsAreNotSplitApartAndLabelsKeepTheirShares(long seed) throws IOException {
        SplitIndex index = index(grouped(3000));

        CorpusSplit split = CorpusSplit.of(index, PartsPlan.read(THREE), seed);

        Map<String, Integer> partOf = new HashMap<>();
        for (int i = 0; i < index.size(); i++) {
            Integer before = partOf.put(index.entry(i).group(), split.part(i));
            assertThat(before == null || before == split.part(i)).isTrue();
        }
        double[] shares = {0.7, 0.2, 0.1};
        int negative = split.tallies().stream()
                .mapToInt(tally -> tally.labels().get("neg"))
                .sum();
        for (int part = 0; part < shares.length; part++) {
            PartTally tally = split.tallies().get(part);
            assertThat((double) tally.reviews()).isCloseTo(shares[part] * index.size(), offset(3));
            assertThat((double) tally.labels().get("neg")).isCloseTo(shares[part] * negative, offset(3));
        }
        assertThat(split.tallies().stream().mapToInt(PartTally::groups).sum()).isEqualTo(partOf.size());
    }

    private static org.assertj.core.data.Offset<Double> offset(double value) {
        return org.assertj.core.data.Offset.offset(value);
    }

    /** What is large must not all go to where there is most room. */
    @Test
    void smallPartsGetLargeGroupsToo() throws IOException {
        SplitIndex index = index(grouped(3000));
        CorpusSplit split = CorpusSplit.of(index, PartsPlan.read(THREE), 1);
        Map<String, Integer> sizes = new HashMap<>();
        for (int i = 0; i < index.size(); i++) {
            sizes.merge(index.entry(i).group(), 1, Integer::sum);
        }

        for (int part = 0; part < 3; part++) {
            int largest = 0;
            for (int i = 0; i < index.size(); i++) {
                largest = split.part(i) == part
                        ? Math.max(largest, sizes.get(index.entry(i).group()))
                        : largest;
            }
            assertThat(largest).isGreaterThan(20);
        }
    }

    @Test
    void theSeedDecidesAndNothingElse() throws IOException {
        for (List<String> rows : List.of(single(300), grouped(300))) {
            SplitIndex index = index(rows);
            Map<String, Integer> first = byId(rows, CorpusSplit.of(index, PartsPlan.read(THREE), 1));
            assertThat(byId(rows, CorpusSplit.of(index, PartsPlan.read(THREE), 1)))
                    .isEqualTo(first);
            assertThat(byId(rows, CorpusSplit.of(index, PartsPlan.read(THREE), 2)))
                    .isNotEqualTo(first);

            List<String> shuffled = new ArrayList<>(rows);
            Collections.shuffle(shuffled, new Random(9));
            SplitIndex other = index(shuffled);
            assertThat(byId(shuffled, CorpusSplit.of(other, PartsPlan.read(THREE), 1)))
                    .isEqualTo(first);
        }
    }

    /** Their ids are the numbers of their lines. */
    @Test
    void theOrderOfReviewsWithoutIdsDecidesNothing() throws IOException {
        List<String> rows = new ArrayList<>();
        single(100).forEach(row -> rows.add(row.replaceFirst("r\\d+", "")));
        rows.add("\tfine\t\ttext 7");
        List<String> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(9));

        assertThat(byText(index(shuffled))).isEqualTo(byText(index(rows)));
    }

    private static Map<String, Integer> byText(SplitIndex index) {
        CorpusSplit split = CorpusSplit.of(index, PartsPlan.read(THREE), 1);
        Map<String, Integer> parts = new TreeMap<>();
        for (int i = 0; i < index.size(); i++) {
            parts.put(index.entry(i).text().toString(), split.part(i));
        }
        return parts;
    }

    @Test
    void reviewsWithOneTextStayTogetherAndBindTheirGroups() throws IOException {
        List<String> rows = single(200);
        for (int i = 0; i < 40; i++) {
            rows.add("again" + i + "\tfine\t\ttext " + i);
        }
        rows.add("x1\tdire\tfilm a\tone");
        rows.add("x2\tdire\tfilm a\tthe same words");
        rows.add("x3\tdire\tfilm b\tthe same words");
        rows.add("x4\tdire\tfilm b\tfour");

        for (long seed = 1; seed <= 20; seed++) {
            SplitIndex index = index(rows);
            CorpusSplit split = CorpusSplit.of(index, PartsPlan.read("train=0.5,test=0.5"), seed);
            Map<String, Integer> parts = byId(rows, split);
            for (int i = 0; i < 40; i++) {
                assertThat(parts.get("again" + i)).isEqualTo(parts.get("r" + i));
            }
            assertThat(new HashSet<>(List.of(parts.get("x1"), parts.get("x2"), parts.get("x3"), parts.get("x4"))))
                    .hasSize(1);
            assertThat(split.repeated()).isEqualTo(41);
            assertThat(split.tallies()).extracting(PartTally::reviews).containsExactly(122, 122);
        }
    }

    @Test
    void aFileOfGroupsCountsInsteadOfTheirOwn() throws IOException {
        Path groups = Files.writeString(folder.resolve("groups.tsv"), "r0\tg\nr1\tg\nr2\tg\nr3\tg\n");
        for (long seed = 1; seed <= 10; seed++) {
            SplitIndex index = index(single(20), Optional.of(groups));
            CorpusSplit split = CorpusSplit.of(index, PartsPlan.read("train=0.5,test=0.5"), seed);
            assertThat(Set.copyOf(byId(single(20), split).entrySet().stream()
                            .filter(entry -> entry.getKey().matches("r[0-3]"))
                            .map(Map.Entry::getValue)
                            .toList()))
                    .hasSize(1);
        }
        Path other = Files.writeString(folder.resolve("other.tsv"), "x\tg\n");
        SplitIndex index = index(single(20), Optional.of(other));
        assertThatThrownBy(() -> CorpusSplit.of(index, PartsPlan.read(THREE), 1))
                .hasMessage(other + ": expected ids of reviews.tsv but found none of them");
    }

    @Test
    void aPartThatWouldBeEmptyIsNamed() throws IOException {
        List<String> oneGroup = List.of("a\tpos\tg\tone", "b\tneg\tg\ttwo", "c\tpos\tg\tthree");
        SplitIndex index = index(oneGroup);

        assertThatThrownBy(() -> CorpusSplit.of(index, PartsPlan.read("train=0.8,test=0.2"), 1))
                .isInstanceOf(SplitException.class)
                .hasMessage("reviews.tsv: expected reviews for the part test but none are left for it");
    }
}
