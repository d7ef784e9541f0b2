package tritone.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives as their authors would not make them. */
class TarFilesTest {
    private static final ArchiveBounds BOUNDS = new ArchiveBounds(100, 200_000, 1_000_000);

    @TempDir
    private Path folder;

    private List<String> names(byte[] archive) throws IOException {
        return names(archive, BOUNDS);
    }

    private List<String> names(byte[] archive, ArchiveBounds bounds) throws IOException {
        Path file = Files.write(folder.resolve("a.tar.gz"), archive);
        List<String> names = new ArrayList<>();
        try (TarFiles files = TarFiles.open(file, bounds)) {
            for (String name = files.next(); name != null; name = files.next()) {
                names.add(name);
            }
        }
        return names;
    }

    private void assertRefused(byte[] archive, String problem) {
        assertThatThrownBy(() -> names(archive))
                .isInstanceOf(ArchiveFormatException.class)
                .hasMessageStartingWith(folder.resolve("a.tar.gz") + ": expected ")
                .hasMessageContaining(problem);
    }

    private static byte[] with(String name, byte kind, MovieFiles.MoreEntries then) throws IOException {
        return MovieFiles.complete().archive(tar -> {
            TarArchiveEntry entry = new TarArchiveEntry(name, kind, true);
            entry.setLinkName("/etc/passwd");
            entry.setDevMajor(1);
            MovieFiles.add(tar, entry, new byte[0]);
            then.addTo(tar);
        });
    }

    private static byte[] unzipped(byte[] archive) throws IOException {
        return new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(archive)).readAllBytes();
    }

    private static byte[] zipped(byte[] tar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(tar);
        }
        return bytes.toByteArray();
    }

    @Test
    void filesComeInTheirOrderAndFoldersAreNone() throws IOException {
        assertThat(names(MovieFiles.complete().archive()))
                .hasSize(67)
                .startsWith("aclImdb/README", "aclImdb/test/neg/11_4.txt")
                .endsWith("aclImdb/train/urls_unsup.txt", "aclImdb/train/labeledBow.feat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.txt",
                "aclImdb/../../evil.txt",
                "aclImdb/train/..",
                "/etc/evil.txt",
                "C:/evil.txt",
                "c:evil.txt",
                "aclImdb\\..\\evil.txt",
                "\\\\server\\evil.txt",
                " "
            })
    void aNameThatLeavesItsFolderRefusesTheArchive(String name) throws IOException {
        assertRefused(
                with(name, TarConstants.LF_NORMAL, tar -> {}), "names that stay in their folder but found " + name);
    }

    @Test
    void namesInHeadersOfOtherKindsAreLookedAtToo() throws IOException {
        String deep = "aclImdb/" + "d/".repeat(80) + "../".repeat(90) + "evil.txt";
        assertRefused(with(deep, TarConstants.LF_NORMAL, tar -> {}), "names that stay in their folder");
        byte[] pax = "27 path=aclImdb/../../evil\n".getBytes(StandardCharsets.UTF_8);
        assertRefused(
                MovieFiles.complete().archive(tar -> {
                    MovieFiles.add(tar, new TarArchiveEntry("pax", TarConstants.LF_PAX_EXTENDED_HEADER_LC), pax);
                    MovieFiles.add(tar, new TarArchiveEntry("aclImdb/harmless"), new byte[0]);
                }),
                "names that stay in their folder");
    }

    @Test
    void aNameWithAnEndInItsMidstRefusesTheArchive() throws IOException {
        byte[] pax = "19 path=a.txt\0../b\n".getBytes(StandardCharsets.UTF_8);
        assertRefused(
                MovieFiles.complete().archive(tar -> {
                    MovieFiles.add(tar, new TarArchiveEntry("pax", TarConstants.LF_PAX_EXTENDED_HEADER_LC), pax);
                    MovieFiles.add(tar, new TarArchiveEntry("aclImdb/harmless"), new byte[0]);
                }),
                "names that stay in their folder but found a.txt\0../b");
    }

    @ParameterizedTest
    @CsvSource({
        "1, a link",
        "2, a link",
        "3, a device",
        "4, a device",
        "6, a device",
        "7, something else",
        "Z, something"
    })
    void whatIsNoFileRefusesTheArchive(char kind, String shown) throws IOException {
        assertRefused(
                with("aclImdb/train/pos/99_9.txt", (byte) kind, tar -> {}),
                "files and folders alone but found " + shown);
    }

    @Test
    void aFileThatIsThereTwiceRefusesTheArchive() throws IOException {
        assertRefused(
                with(
                        "aclImdb/train/pos/99_9.txt",
                        TarConstants.LF_NORMAL,
                        tar -> MovieFiles.add(tar, new TarArchiveEntry("aclImdb/train/pos/99_9.txt"), new byte[] {1})),
                "each file once but found twice aclImdb/train/pos/99_9.txt");
    }

    @Test
    void whatOutgrowsItsBoundsIsRefused() throws IOException {
        byte[] huge =
                MovieFiles.complete().put("aclImdb/huge", "x".repeat(200_001)).archive();
        assertRefused(huge, "files of at most 200,000 bytes but found 200,001 in aclImdb/huge");

        byte[] archive = MovieFiles.complete().archive();
        assertThatThrownBy(() -> names(archive, new ArchiveBounds(20, 200_000, 1_000_000)))
                .hasMessageContaining("expected at most 20 entries but found more");
        assertThatThrownBy(() -> names(archive, new ArchiveBounds(100, 200_000, 90_000)))
                .hasMessageContaining("expected at most 90,000 bytes unzipped but found more");
    }

    @Test
    void aBombOfZeroesAfterTheLastFileEndsEarly() throws IOException {
        byte[] tar = unzipped(MovieFiles.complete().archive());
        assertRefused(zipped(Arrays.copyOf(tar, tar.length + 50_000_000)), "but found more");
    }

    /** Long names are read into memory before anyone can look at them. */
    @Test
    void anEndlessNameIsNotReadToItsEnd() throws IOException {
        byte[] name = "n".repeat(3_000_000).getBytes(StandardCharsets.UTF_8);
        byte[] archive = MovieFiles.complete().archive(tar -> {
            MovieFiles.add(tar, new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME), name);
            MovieFiles.add(tar, new TarArchiveEntry("aclImdb/harmless"), new byte[0]);
        });
        assertThatThrownBy(() -> names(archive, new ArchiveBounds(100, 200_000, 10_000_000)))
                .isInstanceOf(ArchiveFormatException.class)
                .hasMessageContaining("but found more");
        byte[] shorter = with("aclImdb/" + "n".repeat(2000), TarConstants.LF_NORMAL, tar -> {});
        assertRefused(shorter, "names that stay in their folder but found aclImdb/nnn");
    }

    @Test
    void anArchiveThatIsCutAnywhereIsRefused() throws IOException {
        byte[] archive = MovieFiles.complete().archive();
        for (int length = 0; length < archive.length; length += 37) {
            byte[] cut = Arrays.copyOf(archive, length);
            assertThatThrownBy(() -> names(cut))
                    .as("cut after %d bytes", length)
                    .isInstanceOf(ArchiveFormatException.class)
                    .hasMessageContaining("expected a whole tar.gz file but found a cut or damaged one");
        }
    }

    @Test
    void aWholeGzipFileOfHalfATarIsRefusedOrEndsBetweenFiles() throws IOException {
        byte[] tar = unzipped(MovieFiles.complete().archive());
        List<String> all = names(MovieFiles.complete().archive());
        for (int length = 0; length < tar.length; length += 4093) {
            byte[] cut = zipped(Arrays.copyOf(tar, length));
            try {
                List<String> found = names(cut);
                assertThat(found).as("cut after %d bytes", length).isEqualTo(all.subList(0, found.size()));
            } catch (ArchiveFormatException e) {
                assertThat(e).hasMessageContaining("cut or damaged");
            }
        }
    }

    /** Whatever a byte becomes, no exception comes out that the command line does not know. */
    @Test
    void damageIsASentence() throws IOException {
        byte[] tar = unzipped(MovieFiles.complete().archive());
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 150; i++) {
            byte[] damaged = tar.clone();
            for (int j = 0; j < 3; j++) {
                int header = random.nextInt(60) * 1024 % tar.length;
                damaged[header + random.nextInt(512)] = (byte) random.nextInt(256);
            }
            try {
                names(zipped(damaged));
            } catch (ArchiveFormatException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        assertRefused(
                "no archive at all".getBytes(StandardCharsets.UTF_8), "a cut or damaged one (Not in GZIP format)");
        assertRefused(new byte[0], "a cut or damaged one");
    }

    @Test
    void contentIsWhatTheFileHolds() throws IOException {
        Path file =
                Files.write(folder.resolve("a.tar.gz"), MovieFiles.complete().archive());
        try (TarFiles files = TarFiles.open(file, BOUNDS)) {
            assertThat(files.next()).isEqualTo("aclImdb/README");
            assertThat(files.content(100)).asString().isEqualTo("read me");
            files.next();
            assertThatThrownBy(() -> files.content(3)).hasMessageContaining("expected at most 3 bytes but found ");
            assertThat(files.shareRead()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void bothLayoutsOfLongNamesAreRead() throws IOException {
        String name = "aclImdb/" + "long/".repeat(50) + "name.txt";
        byte[] gnu = MovieFiles.complete().archive(tar -> MovieFiles.add(tar, new TarArchiveEntry(name), new byte[3]));
        byte[] pax = MovieFiles.complete().archive(tar -> {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            MovieFiles.add(tar, new TarArchiveEntry(name), new byte[3]);
        });
        assertThat(names(gnu)).hasSize(68).contains(name);
        assertThat(names(pax)).hasSize(68).contains(name);
    }
}
