package tritone.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewBlocksTest {
    @TempDir
    private Path folder;

    private CorpusPart part(int reviews, String unusual) throws IOException {
        Random random = new Random(1);
        String rows = IntStream.range(0, reviews)
                .mapToObj(i -> "pos\t" + "w".repeat(1 + random.nextInt(400)) + " " + i + "\n")
                .collect(Collectors.joining());
        return Corpus.open(CorpusFiles.write(folder, "x.tsv", rows + unusual), ReadingOptions.DEFAULTS)
                .training();
    }

    private static List<String> texts(CorpusPart part, int threads) throws IOException {
        List<String> texts = new ArrayList<>();
        try (ReviewReader reader = part.open()) {
            ReviewBlocks.process(reader, threads, () -> block -> block, block -> {
                assertThat(block.firstIndex()).isEqualTo(texts.size());
                block.reviews().forEach(review -> texts.add(review.text()));
            });
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void deliversEveryReviewOnceAndInOrder(int threads) throws IOException {
        CorpusPart part = part(9_000, "");

        assertThat(texts(part, threads))
                .isEqualTo(CorpusFiles.read(part).stream().map(Review::text).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void stopsAtTheFirstBadRow(int threads) throws IOException {
        CorpusPart part = part(9_000, "bad\n" + "pos\tfine\n".repeat(5_000) + "worse\t\t\n");

        assertThatThrownBy(() -> texts(part, threads))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessageEndingWith("x.tsv:9001: expected 2 columns but found 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void passesOnWhatAWorkerThrows(int threads) throws IOException {
        CorpusPart part = part(5_000, "");

        try (ReviewReader reader = part.open()) {
            assertThatThrownBy(() -> ReviewBlocks.process(
                            reader,
                            threads,
                            () -> block -> {
                                throw new IllegalStateException("worker");
                            },
                            block -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("worker");
        }
    }

    @Test
    void refusesNoThreads() throws IOException {
        CorpusPart part = part(1, "");

        try (ReviewReader reader = part.open()) {
            assertThatThrownBy(() -> ReviewBlocks.process(reader, 0, () -> block -> block, block -> {}))
                    .hasMessage("threads must be at least 1 but was 0");
        }
    }
}
