package tritone.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random bytes and spoilt files for every reader. Whatever stands in a file, a row is a review or a {@link
 * CorpusFormatException}, never both and never neither; rows are counted here by other means than the readers'. {@code mvn
 * test -Dtest=ReaderFuzzTest -Dtritone.fuzz.files=20000} tries many more files.
 */
class ReaderFuzzTest {
    private static final int FILES = Integer.getInteger("tritone.fuzz.files", 300);
    private static final int MOST_ROWS = 100_000;
    private static final String[] PIECES = {
        "\n",
        "\r\n",
        "\t",
        ",",
        "\"",
        "\"\"",
        "{",
        "}",
        "{\"text\":\"",
        "\"}",
        "__label__",
        "__label__pos ",
        "text",
        "label",
        "pos",
        "neg",
        "\\n",
        "\\u12",
        "\ufeff",
        "\u2028",
        "\0",
        " ",
        "fine",
        "\ud83c\udfac",
        "3",
        "PAR1",
        "PK\u0003\u0004"
    };

    @TempDir
    private Path folder;

    /** What a file lies in. */
    enum Wrapping {
        PLAIN,
        GZIP,
        ZIP,
        UTF_16;

        byte[] of(byte[] file, String name) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            switch (this) {
                case PLAIN -> bytes.write(file);
                case UTF_16 -> bytes.write(new String(file, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16));
                case GZIP -> {
                    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
                        out.write(file);
                    }
                }
                case ZIP -> {
                    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
                        out.putNextEntry(new ZipEntry(name));
                        out.write(file);
                    }
                }
            }
            return bytes.toByteArray();
        }
    }

    /** A format of rows with a file of it, and how its rows are counted without its reader. */
    enum Layout {
        TSV("x.tsv") {
            @Override
            int rows(String file) {
                return lines(file, line -> !line.isEmpty() && !line.equals("\r")) - 1;
            }
        },
        CSV("x.csv") {
            @Override
            int rows(String file) {
                return records(file) - 1;
            }
        },
        JSONL("x.jsonl") {
            @Override
            int rows(String file) {
                return lines(file, line -> !line.isBlank());
            }
        },
        LINES("x.text") {
            @Override
            int rows(String file) {
                return lines(file, line -> true);
            }
        },
        FASTTEXT("x.ft") {
            @Override
            int rows(String file) {
                return lines(file, line -> true);
            }
        };

        final String name;

        Layout(String name) {
            this.name = name;
        }

        abstract int rows(String file);

        /** Fifty good rows; the first line is not to be spoilt, since it says how the others are read. */
        String file() {
            StringBuilder file = new StringBuilder(
                    switch (this) {
                        case TSV -> "id\tlabel\trating\ttext\n";
                        case CSV -> "id,label,rating,text\n";
                        case JSONL -> "{\"text\":\"first\"}\n";
                        case LINES -> "first\n";
                        case FASTTEXT -> "__label__pos first\n";
                    });
            for (int i = 0; i < 50; i++) {
                String label = i % 2 == 0 ? "pos" : "neg";
                file.append(
                        switch (this) {
                            case TSV -> "r" + i + "\t" + label + "\t7\ta film, \"so\" fine\n";
                            case CSV -> "r" + i + "," + label + ",7,\"a film,\nso \"\"fine\"\"\"\n";
                            case JSONL ->
                                "{\"id\":\"r" + i + "\",\"label\":\"" + label + "\",\"text\":\"a film\\n fine\"}\n";
                            case LINES -> "a film, so fine\n";
                            case FASTTEXT -> "__label__" + label + " a film, so fine\n";
                        });
            }
            return file.toString();
        }
    }

    private interface Counted {
        boolean isRow(String line);
    }

    private static int lines(String file, Counted counted) {
        int rows = 0;
        String[] lines = file.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean afterTheLast = i == lines.length - 1 && lines[i].isEmpty();
            rows += !afterTheLast && counted.isRow(lines[i]) ? 1 : 0;
        }
        return rows;
    }

    /** Records of comma-separated values, character by character; one that is never closed reaches to the end. */
    private static int records(String file) {
        int records = 0;
        StringBuilder record = new StringBuilder();
        boolean quoted = false;
        boolean fieldStarts = true;
        for (int i = 0; i < file.length(); i++) {
            char c = file.charAt(i);
            if (c == '\n' && !quoted) {
                records += isBlank(record) ? 0 : 1;
                record.setLength(0);
                fieldStarts = true;
                continue;
            }
            record.append(c);
            if (c == '"' && quoted) {
                boolean doubled = i + 1 < file.length() && file.charAt(i + 1) == '"';
                quoted = doubled;
                if (doubled) {
                    record.append('"');
                    i++;
                }
                fieldStarts = false;
            } else if (c == '"' && fieldStarts) {
                quoted = true;
                fieldStarts = false;
            } else if (!quoted) {
                // What follows a closing quote belongs to no field until a comma comes, except another quote.
                fieldStarts = c == ',';
            }
        }
        return records + (isBlank(record) ? 0 : 1);
    }

    private static boolean isBlank(CharSequence record) {
        return record.length() == 0 || record.toString().equals("\r");
    }

    @ParameterizedTest
    @EnumSource
    void randomBytesHaveDocumentedOutcomes(Layout layout) throws IOException {
        Random random = new Random(11 + layout.ordinal());
        for (int file = 0; file < FILES; file++) {
            byte[] content = random(random);
            for (Wrapping wrapping : Wrapping.values()) {
                byte[] wrapped = wrapping.of(content, layout.name);
                assertDocumented(Files.write(folder.resolve(layout.name), wrapped));
                assertDocumented(Files.write(folder.resolve(layout.name), spoilt(wrapped, 0, random)));
            }
            assertDocumented(Files.write(folder.resolve("unknown"), content));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRowOfASpoiltFileHasOneOutcome(Layout layout) throws IOException {
        Random random = new Random(23 + layout.ordinal());
        byte[] whole = layout.file().getBytes(StandardCharsets.UTF_8);
        for (int file = 0; file < FILES; file++) {
            byte[] content = spoilt(whole, layout.file().indexOf('\n') + 1, random);
            int rows = layout.rows(new String(content, StandardCharsets.UTF_8));
            Wrapping wrapping = file % 3 == 0 ? Wrapping.GZIP : file % 3 == 1 ? Wrapping.ZIP : Wrapping.PLAIN;
            Path written = Files.write(folder.resolve(layout.name), wrapping.of(content, layout.name));

            List<String> outcomes = assertDocumented(written);

            assertThat(outcomes)
                    .as(() -> "rows of " + new String(content, StandardCharsets.UTF_8))
                    .hasSize(rows);
        }
    }

    @ParameterizedTest
    @EnumSource
    void wholeFilesAreReviewsToTheLast(Layout layout) throws IOException {
        for (Wrapping wrapping : Wrapping.values()) {
            byte[] wrapped = wrapping.of(layout.file().getBytes(StandardCharsets.UTF_8), layout.name);

            List<String> outcomes = assertDocumented(Files.write(folder.resolve(layout.name), wrapped));

            assertThat(outcomes).hasSize(layout.rows(layout.file())).allMatch(outcome -> outcome.startsWith("review "));
        }
    }

    /** The outcomes, which are the same at a second reading; nothing but the two exceptions that readers may throw. */
    private List<String> assertDocumented(Path file) {
        List<String> outcomes = outcomes(file);
        assertThat(outcomes(file)).isEqualTo(outcomes);
        return outcomes;
    }

    private static List<String> outcomes(Path file) {
        List<String> outcomes = new ArrayList<>();
        try (ReviewReader reader =
                Corpus.open(file, ReadingOptions.DEFAULTS).training().open()) {
            while (read(reader, outcomes)) {
                assertThat(outcomes.size()).as("it ends").isLessThan(MOST_ROWS);
            }
        } catch (IOException | CorpusFormatException e) {
            outcomes.add("unreadable " + e.getMessage()); // such as an archive that is cut
        }
        return outcomes;
    }

    private static boolean read(ReviewReader reader, List<String> outcomes) {
        try {
            Review review = reader.next();
            if (review != null) {
                outcomes.add("review " + review);
            }
            return review != null;
        } catch (IOException | CorpusFormatException e) {
            assertThat(e.getMessage()).contains(": ");
            outcomes.add("bad " + e.getMessage());
            return true;
        }
    }

    private static byte[] random(Random random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean anyByte = random.nextBoolean();
        for (int pieces = random.nextInt(120); pieces > 0; pieces--) {
            if (anyByte && random.nextInt(3) > 0) {
                bytes.write(random.nextInt(256));
            } else {
                bytes.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** Inserts, deletes, overwrites, doubles and cuts, but not before this place. */
    private static byte[] spoilt(byte[] whole, int from, Random random) {
        byte[] bytes = whole;
        for (int times = 1 + random.nextInt(4); times > 0 && bytes.length > from; times--) {
            int at = from + random.nextInt(bytes.length - from);
            int to = Math.min(bytes.length, at + random.nextInt(20));
            String piece = PIECES[random.nextInt(PIECES.length)];
            byte[] instead = switch (random.nextInt(5)) {
                case 0 -> piece.getBytes(StandardCharsets.UTF_8);
                case 1 -> new byte[0];
                case 2 -> new byte[] {(byte) random.nextInt(256)};
                case 3 ->
                    new String(bytes, at, to - at, StandardCharsets.ISO_8859_1)
                            .repeat(2)
                            .getBytes(StandardCharsets.ISO_8859_1);
                default -> {
                    to = random.nextInt(8) == 0 ? bytes.length : at;
                    yield new byte[] {'"'};
                }
            };
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            changed.write(bytes, 0, at);
            changed.writeBytes(instead);
            changed.write(bytes, to, bytes.length - to);
            bytes = changed.toByteArray();
        }
        return bytes;
    }
}
