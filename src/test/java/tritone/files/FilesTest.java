package tritone.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
    @TempDir
    private Path folder;

    @Test
    void aWholeFileReplacesTheOldOne() throws IOException {
        Path file = folder.resolve("deep/file");

        WholeFile.write(file, part -> Files.writeString(part, "first"));
        WholeFile.write(file, part -> Files.writeString(part, "second"));

        assertThat(file).hasContent("second");
        assertThat(file.getParent()).isDirectoryContaining(found -> found.equals(file));
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "first");

        assertThatThrownBy(() -> WholeFile.write(file, part -> {
                    Files.writeString(part, "half");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(file).hasContent("first");
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    void hashesTextsAndFilesAsSha256sumDoes() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "abc");

        assertThat(new Sha256().addFile(file).hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(new Sha256().add("ab").add("c").hex())
                .isNotEqualTo(new Sha256().add("a").add("bc").hex());
    }
}
