package tritone.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusFiles;
import tritone.corpus.CorpusPart;
import tritone.corpus.Labels;
import tritone.corpus.ReadingOptions;
import tritone.corpus.Split;
import tritone.text.Chain;

class CorpusCountsTest {
    @TempDir
    private Path folder;

    private CorpusCounts count(String rows, int threads) throws IOException {
        CorpusPart part = Corpus.open(CorpusFiles.write(folder, "x.tsv", rows), ReadingOptions.DEFAULTS)
                .training();
        return CorpusCounts.of(part, Chain.parse("whitespace"), threads, read -> {});
    }

    @Test
    void countsLabelsGroupsAndLengths() throws IOException {
        CorpusCounts counts = count("text\tlabel\tfilm\na b c\tpos\tGull\na\t1\tGull\n\t\tSalt\nb b\tneg\t\n", 1);

        assertThat(counts.reviews()).isEqualTo(4);
        assertThat(counts.classes(Labels.POLARITY)).containsExactly(Map.entry("neg", 1L), Map.entry("pos", 2L));
        assertThat(counts.groups()).isEqualTo(2);
        assertThat(List.of(0.0, 0.25, 0.5, 0.75, 0.76, 1.0))
                .extracting(counts::lengthPercentile)
                .containsExactly(0, 0, 1, 2, 3, 3);
        assertThat(counts.tokens().count("b")).isEqualTo(3);
        assertThat(counts.bytesRead().unzipped()).isEqualTo(56);
    }

    @Test
    void leavesOutPlacesAndNotWhatIsCalledTheSame() throws IOException {
        StringBuilder rows = new StringBuilder("id\ttext\n");
        for (int i = 0; i < 5000; i++) {
            rows.append("same\tword").append(i % 2).append('\n');
        }
        CorpusPart part = Corpus.open(CorpusFiles.write(folder, "x.tsv", rows.toString()), ReadingOptions.DEFAULTS)
                .training();
        BitSet leftOut = new BitSet();
        leftOut.set(1);
        leftOut.set(4999);

        CorpusCounts counts = CorpusCounts.of(part, Chain.parse("whitespace"), leftOut, 2, read -> {});

        assertThat(counts.reviews()).isEqualTo(4998);
        assertThat(counts.tokens().count("word0")).isEqualTo(2500);
        assertThat(counts.tokens().count("word1")).isEqualTo(2498);
    }

    @Test
    void classesAreThoseOfAllPartsTogether() throws IOException {
        Map<Split, CorpusCounts> counts = new LinkedHashMap<>();
        counts.put(Split.TRAIN, count("1\tdull\n2\tmeh\n3\tfine\n", 1));
        counts.put(Split.TEST, count("1\tdull\n", 1));

        assertThat(CorpusStatistics.of(counts, Optional.empty()).labels())
                .containsExactly(Map.entry("1", 2L), Map.entry("2", 1L), Map.entry("3", 1L));
        assertThat(CorpusStatistics.of(counts, Optional.of(Labels.of(List.of("3", "2", "1"))))
                        .labels()
                        .keySet())
                .containsExactly("3", "2", "1");
    }

    @Test
    void doesNotDependOnTheNumberOfThreads() throws IOException {
        Random random = new Random(3);
        Map<String, Long> expected = new HashMap<>();
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 6_000; i++) {
            List<String> words = new ArrayList<>();
            for (int k = random.nextInt(60); k >= 0; k--) {
                words.add("w" + (int) Math.abs(random.nextGaussian() * 3_000));
            }
            words.forEach(word -> expected.merge(word, 1L, Long::sum));
            rows.append("pos\t").append(String.join(" ", words)).append('\n');
        }

        for (int threads : new int[] {1, 2, 8}) {
            TokenCounts tokens = count(rows.toString(), threads).tokens();

            assertThat(tokens.distinct()).isEqualTo(expected.size());
            assertThat(tokens.ranked(Integer.MAX_VALUE, 1))
                    .allSatisfy(count -> assertThat(count.count()).isEqualTo(expected.get(count.token())));
        }
    }
}
