package tritone.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumsTest {
    @TempDir
    private Path folder;

    /** Figures of RFC 3720, appendix B.4, and FIPS 180. */
    @Test
    void areThoseOfTheStandards() throws IOException {
        byte[] zeros = new byte[32];
        assertThat(Checksums.crc32c(zeros, 32)).isEqualTo("8a9136aa");
        assertThat(Checksums.crc32c(new byte[0], 0)).isEqualTo("00000000");
        byte[] text = "123456789".getBytes(StandardCharsets.UTF_8);
        assertThat(Checksums.crc32c(text, 9)).isEqualTo("e3069283");

        Path file = Files.writeString(folder.resolve("abc"), "abc");
        assertThat(Checksums.of(file))
                .isEqualTo(new Checksums(
                        3, "364b3fb7", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 300_000})
    void areOverAllOfAFile(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        Path file = Files.write(folder.resolve("file"), bytes);

        Checksums sums = Checksums.of(file);

        assertThat(sums).isEqualTo(new Checksums(size, Spoilt.crc32c(bytes), Spoilt.sha256(bytes)));
        assertThat(sums.quicklyFit(file)).isTrue();
        if (size > 0) {
            bytes[size - 1] ^= 1;
            Files.write(file, bytes);
            assertThat(sums.quicklyFit(file)).isFalse();
        }
        Files.write(file, new byte[size + 1]);
        assertThat(sums.quicklyFit(file)).isFalse();
    }
}
