package tritone.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to harm, or harmed: reading them ends, in reviews or in a sentence, and takes no more memory than they have. */
@Timeout(60)
class HostileFilesTest {
    private static final Path FILES = Path.of("src/test/resources/tritone/corpus");
    private static final int CASES = Integer.getInteger("tritone.hostile.cases", 150);

    @TempDir
    private Path folder;

    /** More calls than any of these files has rows, or an exception of another kind, fail the test. */
    private static int read(Path file, ReadingOptions options) throws IOException {
        int faults = 0;
        try (ReviewReader reader = Corpus.open(file, options).training().open()) {
            for (int calls = 0; ; calls++) {
                assertThat(calls).as("%s ends", file).isLessThan(200_000);
                try {
                    if (reader.next() == null) {
                        return faults;
                    }
                } catch (CorpusFormatException | IOException e) {
                    faults++;
                }
            }
        }
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] bytes = good.clone();
        // What a file says of itself stands at its end.
        int from = random.nextBoolean() ? 0 : Math.max(0, bytes.length - 2500);
        switch (random.nextInt(4)) {
            case 0 -> bytes[from + random.nextInt(bytes.length - from)] = (byte) random.nextInt(256);
            case 1 -> {
                for (int i = 0; i < 8; i++) {
                    bytes[from + random.nextInt(bytes.length - from)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 2 -> {
                int start = from + random.nextInt(bytes.length - from);
                Arrays.fill(bytes, start, Math.min(bytes.length, start + 1 + random.nextInt(9)), (byte) -1);
            }
            default -> {
                int cut = from + random.nextInt(bytes.length - from);
                byte[] shorter = Arrays.copyOf(bytes, bytes.length - random.nextInt(bytes.length - cut));
                System.arraycopy(bytes, bytes.length - 8, shorter, shorter.length - 8, 8);
                bytes = shorter;
            }
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain-v1", "snappy-v1", "gzip-v2", "zstd-v2", "lz4-v1", "delta-v2", "types"})
    void mutatedParquetFiles(String name) throws IOException {
        byte[] good = Files.readAllBytes(FILES.resolve(name + ".parquet"));
        Random random = new Random(name.hashCode());
        Path file = folder.resolve("x.parquet");
        int faults = 0;
        for (int i = 0; i < CASES; i++) {
            Files.write(file, mutated(good, random));
            faults += Math.min(1, read(file, ReadingOptions.DEFAULTS));
        }

        assertThat(faults).isGreaterThan(CASES / 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.parquet", "x.ft", "x.tsv", "x.txt"})
    void randomBytes(String name) throws IOException {
        Random random = new Random(7);
        byte[] magic = ParquetTable.MAGIC.getBytes(StandardCharsets.US_ASCII);
        Path file = folder.resolve(name);
        for (int i = 0; i < CASES; i++) {
            byte[] bytes = new byte[20 + random.nextInt(2000)];
            random.nextBytes(bytes);
            System.arraycopy(magic, 0, bytes, 0, 4);
            System.arraycopy(magic, 0, bytes, bytes.length - 4, 4);
            bytes[bytes.length - 6] = 0;
            bytes[bytes.length - 5] = 0;
            Files.write(file, bytes);
            read(file, ReadingOptions.DEFAULTS.with(Escapes.BACKSLASH));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.ft", "x.tsv", "x.txt"})
    void mutatedRows(String name) throws IOException {
        Random random = new Random(11);
        Path file = folder.resolve(name);
        byte[] good = "__label__pos\tso \\t fine\n__label__neg dull\\\\\n\r\n__label__pos\n \\n\r\\r\n"
                .repeat(20)
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < CASES; i++) {
            Files.write(file, mutated(good, random));
            read(file, ReadingOptions.DEFAULTS.with(Escapes.BACKSLASH));
        }
    }
}
