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

    @Test
    void whatKilledWritingsOfAFolderLeftCanBeDeleted() throws IOException {
        String unique = "2ef2ab23-14bc-4835-9270-d6bcfd51543e";
        for (String name : new String[] {
            "x." + unique + ".part", "x." + unique + ".old", "x.training", "y." + unique + ".part", "x.part", "x"
        }) {
            Files.createDirectories(folder.resolve(name));
            Files.writeString(folder.resolve(name).resolve("a"), "b");
        }

        WholeFolder.deleteLeftovers(folder.resolve("x"));
        WholeFolder.deleteLeftovers(folder.resolve("no/such"));

        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("x.training", "y." + unique + ".part", "x.part", "x");
    }
}
