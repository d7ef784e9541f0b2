package tritone.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * A file that someone has published, and by what it is known wherever it comes from.
 *
 * @param home where its authors keep it
 * @param md5 and the others in lower hexadecimal digits: the first two are what its users quote, the third cannot be forged
 */
public record PublishedArchive(URI home, long bytes, String md5, String sha1, String sha256) {
    private static final int BUFFER_BYTES = 1 << 16;

    public PublishedArchive {
        WebAddress.check(home);
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes must be at least 1 but was " + bytes);
        }
        checkSum("md5", md5, 32);
        checkSum("sha1", sha1, 40);
        checkSum("sha256", sha256, 64);
    }

    private static void checkSum(String name, String sum, int digits) {
        if (!sum.matches("[0-9a-f]{" + digits + "}")) {
            throw new IllegalArgumentException(
                    name + " must be " + digits + " lower hexadecimal digits but was " + sum);
        }
    }

    /** The last word of its address. */
    public String fileName() {
        String path = home.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What is wrong with this file; nothing if it is the one. {@code progress} is told of the bytes looked at. */
    Optional<String> fault(Path file, LongConsumer progress) throws IOException {
        long found = Files.size(file);
        if (found != bytes) {
            return Optional.of(expectedBytes() + " but found " + figure(found));
        }
        List<Sum> sums = List.of(new Sum("MD5", md5), new Sum("SHA-1", sha1), new Sum("SHA-256", sha256));
        byte[] buffer = new byte[BUFFER_BYTES];
        long looked = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (Sum sum : sums) {
                    sum.digest.update(buffer, 0, read);
                }
                looked += read;
                progress.accept(looked);
            }
        }
        List<String> faults = new ArrayList<>();
        sums.forEach(sum -> sum.fault().ifPresent(faults::add));
        return faults.stream().findFirst();
    }

    String expectedBytes() {
        return "expected " + figure(bytes) + " bytes";
    }

    static String figure(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A sum in the making, and what it must come to. */
    private record Sum(String name, String expected, MessageDigest digest) {
        Sum(String name, String expected) {
            this(name, expected, digest(name));
        }

        private static MessageDigest digest(String name) {
            try {
                return MessageDigest.getInstance(name);
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError("every Java platform has " + name, e);
            }
        }

        Optional<String> fault() {
            String found = HexFormat.of().formatHex(digest.digest());
            return found.equals(expected)
                    ? Optional.empty()
                    : Optional.of("expected the " + name + " " + expected + " but found " + found);
        }
    }
}
