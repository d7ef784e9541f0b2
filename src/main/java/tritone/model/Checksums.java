package tritone.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import tritone.files.Sha256;

/**
 * What tells whether a file is the one that was written.
 *
 * @param crc32c fast enough to be checked whenever a model is loaded
 * @param sha256 for whoever wants to be sure
 */
public record Checksums(long bytes, String crc32c, String sha256) {
    static Checksums of(Path file) throws IOException {
        return new Checksums(
                Files.size(file), crc32c(file), new Sha256().addFile(file).hex());
    }

    /** Whether the file's size and fast sum are these. */
    boolean quicklyFit(Path file) throws IOException {
        return Files.size(file) == bytes && crc32c(file).equals(crc32c);
    }

    private static String crc32c(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
            }
        }
        return hex(sum);
    }

    static String crc32c(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return hex(sum);
    }

    private static String hex(CRC32C sum) {
        return HexFormat.of().toHexDigits(sum.getValue(), 8);
    }
}
