package tritone.vectors;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tritone.files.Sha256;
import tritone.vocabulary.Vocabulary;
import tritone.vocabulary.VocabularyFile;

/**
 * Vectors on disk: a folder that {@code tritone pretrain vectors} wrote, a safetensors file with the words of its rows
 * beside it, or what GloVe and word2vec write, as text or binary, gzipped or not. Content tells which, not names.
 */
public record VectorFile(Path path) {
    private static final int MOST_NUMBERS = Integer.MAX_VALUE - 8; // the longest array that every virtual machine makes
    private static final int LOOK_AHEAD = 1 << 12;
    private static final Pattern HEADER = Pattern.compile("(\\d{1,18})[ \\t](\\d{1,9})[ \\t]*\\r?");
    private static final String SPACES = " \t";
    private static final String TEXT = "0123456789+-.eE \t\r";

    /** One that is there; a folder must hold vectors. */
    public static VectorFile of(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        VectorFile file = new VectorFile(Files.isDirectory(path) ? path.resolve(VectorFolder.NAME) : path);
        if (!Files.isRegularFile(file.path)) {
            throw new VectorFormatException(
                    path,
                    "holds no vectors: there is no " + VectorFolder.NAME + " in it; 'tritone pretrain vectors' makes"
                            + " such a folder");
        }
        return file;
    }

    /** The vocabulary that these vectors have one row for each id of, if they belong to one. */
    public Optional<Path> vocabulary() {
        Path words = TensorVectorRows.isOne(path) ? TensorVectorRows.wordsOf(path) : path;
        return Optional.of(words).filter(file -> file.endsWith(VocabularyFile.NAME) && Files.isRegularFile(file));
    }

    /** Over all that is read. */
    public String sha256() throws IOException {
        Sha256 hash = new Sha256().addFile(path);
        if (TensorVectorRows.isOne(path)) {
            hash.addFile(TensorVectorRows.wordsOf(path));
        }
        return hash.hex();
    }

    /** How many numbers each vector has. */
    public int numbers() throws IOException {
        try (VectorRows rows = open()) {
            return rows.numbers();
        }
    }

    /** The vectors of those words that a vocabulary knows; of a word that stands there twice, the first one. */
    public WordVectors read(Vocabulary vocabulary) throws IOException {
        try (VectorRows rows = open()) {
            checkSize((long) vocabulary.size() * rows.numbers());
            KnownVectors known = new KnownVectors(vocabulary, rows.numbers());
            for (String word = rows.next(); word != null; word = rows.next()) {
                int id = vocabulary.id(word);
                if (id > Vocabulary.UNKNOWN && !known.has(id)) {
                    rows.read(known.add(id));
                }
            }
            return known.toVectors();
        } catch (EOFException | ZipException e) {
            throw new VectorFormatException(path, "is cut or damaged where it is unzipped");
        }
    }

    private void checkSize(long numbers) {
        if (numbers > MOST_NUMBERS) {
            throw new VectorFormatException(
                    path, "expected at most " + MOST_NUMBERS + " numbers in all vectors but found " + numbers);
        }
    }

    private VectorRows open() throws IOException {
        if (TensorVectorRows.isOne(path)) {
            return TensorVectorRows.open(path);
        }
        InputStream in = unzipped(path);
        try {
            return rows(in);
        } catch (EOFException | ZipException e) {
            in.close();
            throw new VectorFormatException(path, "is cut or damaged where it is unzipped");
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static InputStream unzipped(Path path) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            byte[] magic = lookAhead(in, 2);
            if (magic.length == 2 && magic[0] == 'P' && magic[1] == 'K') {
                throw new VectorFormatException(path, "is a zip archive: unpack it, and give the file in it");
            }
            boolean zipped = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
            return zipped ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static byte[] lookAhead(InputStream in, int bytes) throws IOException {
        in.mark(bytes);
        byte[] ahead = in.readNBytes(bytes);
        in.reset();
        return ahead;
    }

    private VectorRows rows(InputStream in) throws IOException {
        String ahead = new String(lookAhead(in, LOOK_AHEAD), StandardCharsets.ISO_8859_1);
        String first = ahead.split("\n", 2)[0];
        Matcher header = HEADER.matcher(first);
        if (!header.matches()) {
            return new TextVectorRows(path, in);
        }
        long rows = Long.parseLong(header.group(1));
        long numbers = Long.parseLong(header.group(2));
        if (!VectorRows.isWidth(numbers)) {
            throw new VectorFormatException(
                    path, 1, "expected 1 to " + VectorRows.MOST_NUMBERS + " numbers in a vector but found " + numbers);
        }
        int end = Math.min(first.length() + 1, ahead.length());
        in.skipNBytes(end);
        return isText(ahead.substring(end), (int) numbers)
                ? new TextVectorRows(path, in, rows, (int) numbers)
                : new BinaryVectorRows(path, in, end, rows, (int) numbers);
    }

    /** Whether digits and spaces follow the first word in its line, as many as there must be. */
    private static boolean isText(String rows, int numbers) {
        int space = 0;
        while (space < rows.length() && SPACES.indexOf(rows.charAt(space)) < 0) {
            space++;
        }
        int end = rows.indexOf('\n', space) < 0 ? rows.length() : rows.indexOf('\n', space);
        int least = Math.min(2 * numbers, LOOK_AHEAD / 4); // with the space before each
        return rows.isEmpty()
                || end - space >= least
                        && rows.substring(space, end).chars().allMatch(character -> TEXT.indexOf(character) >= 0);
    }
}
