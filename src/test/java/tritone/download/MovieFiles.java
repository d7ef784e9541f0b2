package tritone.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A small data set that lies as the Large Movie Review Dataset does: by the names of its files, in the order of an archive. */
public final class MovieFiles {
    private static final String[] TEXTS = {
        "A \"quoted\" film,<br /><br />with\ttabs & a backslash \\ in it.",
        "Café, naïve, \u2028 and \ud83c\udfac — all of it.",
        "  blanks at both ends and a lone \r return ",
        "Two lines,\nthe second.\n",
        "\u0000\u0001\u007f\u0085 oddities",
        ""
    };

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** Twelve reviews in each folder, so that names and numbers sort differently; films come after them. */
    public static MovieFiles complete() {
        MovieFiles movies = new MovieFiles();
        movies.put("aclImdb/README", "read me");
        movies.reviews("test/neg", 1);
        movies.reviews("test/pos", 7);
        movies.reviews("train/pos", 7);
        movies.reviews("train/neg", 1);
        movies.reviews("train/unsup", 0);
        movies.put("aclImdb/train/labeledBow.feat", "9 0:1 1:2\n".repeat(10_000));
        return movies;
    }

    private void reviews(String folder, int rating) {
        StringBuilder films = new StringBuilder();
        for (int i = 11; i >= 0; i--) {
            int rated = rating == 0 ? 0 : rating + i % 4;
            put("aclImdb/" + folder + "/" + i + "_" + rated + ".txt", folder + " " + i + " " + TEXTS[i % TEXTS.length]);
        }
        for (int i = 0; i < 12; i++) {
            films.append("http://www.imdb.com/title/tt00").append(100 + folder.length() + i / 3);
            films.append("/usercomments\n");
        }
        put("aclImdb/" + folder.replace("/", "/urls_") + ".txt", films.toString());
    }

    /** Replaces a file, or adds one at the end. */
    public MovieFiles put(String name, String text) {
        return put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    MovieFiles put(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    MovieFiles without(String name) {
        files.remove(name);
        return this;
    }

    /** As someone would unpack it. */
    public Path unpacked(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder;
    }

    /** As it is published. */
    public byte[] archive() throws IOException {
        return archive(tar -> {});
    }

    interface MoreEntries {
        void addTo(TarArchiveOutputStream tar) throws IOException;
    }

    /** The same with more in its midst. */
    byte[] archive(MoreEntries more) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            add(tar, new TarArchiveEntry("aclImdb/"), new byte[0]);
            int added = 0;
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                add(tar, new TarArchiveEntry(file.getKey()), file.getValue());
                if (++added == files.size() / 2) {
                    more.addTo(tar);
                }
            }
        }
        return bytes.toByteArray();
    }

    static void add(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content) throws IOException {
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    /** What is known of these bytes, which lie at this address. */
    public static PublishedArchive published(URI home, byte[] archive) {
        return new PublishedArchive(
                home, archive.length, sum("MD5", archive), sum("SHA-1", archive), sum("SHA-256", archive));
    }

    private static String sum(String name, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
