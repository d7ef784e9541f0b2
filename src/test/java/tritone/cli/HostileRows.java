package tritone.cli;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Rows of one layout, most of them spoilt, and what is known of them without the readers that they are made for. */
record HostileRows(Layout layout, List<byte[]> rows) {
    /** How a row is written. */
    enum Layout {
        TSV_2("tsv", '\t', 2, false),
        TSV_3("tsv", '\t', 3, true),
        TSV_4("tsv", '\t', 4, true),
        CSV("csv", ',', 2, false),
        CSV_3("csv", ',', 3, true),
        JSONL("jsonl", '\0', 0, true),
        LINES("txt", '\0', 0, false),
        FILES("", '\0', 0, false);

        final String ending;
        final char separator;
        final int columns;
        final boolean ids;

        Layout(String ending, char separator, int columns, boolean ids) {
            this.ending = ending;
            this.separator = separator;
            this.columns = columns;
            this.ids = ids;
        }

        /** What stands before the part that is spoilt, so that a review's name is known. */
        private String start(int number) {
            return !ids ? "" : this == JSONL ? "{\"id\":\"r" + number + "\"" : "r" + number + separator;
        }

        private String rest(String text) {
            return switch (this) {
                case TSV_2, TSV_3 -> "pos\t" + text;
                case TSV_4 -> "neg\t3\t" + text;
                case CSV, CSV_3 -> "pos,\"" + text + ", so \"\"it\"\" is\"";
                case JSONL -> ",\"text\":\"" + text + "\",\"stars\":3}";
                case LINES, FILES -> text;
            };
        }
    }

    /** The first row is whole: it tells how the others are read. */
    static HostileRows of(Layout layout, int count, long seed) {
        Random random = new Random(seed);
        String[] words = {"the", "film", "was", "dull", "lovely", "m\u00f6we", "\ud83c\udfac", "isn't", "&amp;", "<br>"
        };
        List<byte[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder("so");
            for (int word = random.nextInt(9); word > 0; word--) {
                text.append(' ').append(words[random.nextInt(words.length)]);
            }
            byte[] start = layout.start(i).getBytes(StandardCharsets.UTF_8);
            byte[] whole = layout.rest(text.toString()).getBytes(StandardCharsets.UTF_8);
            byte[] row = joined(start, i == 0 ? whole : spoilt(whole, random));
            rows.add(isOneRow(layout, row) ? row : joined(start, whole));
        }
        return new HostileRows(layout, rows);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] spoilt(byte[] whole, Random random) {
        byte[] row = whole;
        for (int times = random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(row.length + 1);
            row = switch (random.nextInt(10)) {
                case 0 -> inserted(row, at, (byte) random.nextInt(256));
                case 1 -> inserted(row, at, (byte) 0);
                case 2 -> inserted(row, at, (byte) 0xed, (byte) 0xa0, (byte) 0x80);
                case 3 -> inserted(row, at, (byte) '"');
                case 4 -> inserted(row, at, (byte) '\t');
                case 5 -> inserted(row, at, (byte) ',');
                case 6 -> inserted(row, at, "\\ud800".getBytes(StandardCharsets.US_ASCII));
                case 7 -> Arrays.copyOf(row, at);
                case 8 -> random.nextInt(40) > 0 ? row : inserted(row, at, new byte[random.nextInt(100_000)]);
                default -> flipped(row, at, random);
            };
        }
        for (int i = 0; i < row.length; i++) {
            row[i] = row[i] == '\n' ? (byte) '\r' : row[i];
        }
        return row;
    }

    private static byte[] inserted(byte[] row, int at, byte... bytes) {
        if (bytes.length > 10) {
            Arrays.fill(bytes, (byte) 'x');
        }
        return joined(joined(Arrays.copyOf(row, at), bytes), Arrays.copyOfRange(row, at, row.length));
    }

    private static byte[] flipped(byte[] row, int at, Random random) {
        byte[] other = row.clone();
        if (at < row.length) {
            other[at] ^= (byte) (1 << random.nextInt(8));
        }
        return other;
    }

    /** Whether the quotes of a CSV row end with its line; one character at a time. */
    private static boolean isOneRow(Layout layout, byte[] row) {
        if (layout.separator != ',') {
            return true;
        }
        boolean fieldBegins = true;
        boolean quoted = false;
        for (int i = 0; i < row.length; i++) {
            if (quoted && row[i] == '"' && i + 1 < row.length && row[i + 1] == '"') {
                i++;
            } else if (quoted) {
                quoted = row[i] != '"';
            } else {
                quoted = fieldBegins && row[i] == '"';
                fieldBegins = row[i] == ',';
            }
        }
        return !quoted;
    }

    /** As they stand in one file. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] row : rows) {
            bytes.writeBytes(row);
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    /** Which rows count, by their numbers from 0: in tables an empty line is none, and in JSON Lines a blank one. */
    List<Integer> counted() {
        List<Integer> counted = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String text = new String(rows.get(i), StandardCharsets.UTF_8);
            boolean none = switch (layout) {
                case LINES, FILES -> false;
                case JSONL -> text.isBlank();
                case TSV_2, TSV_3, TSV_4, CSV, CSV_3 -> text.isEmpty() || text.equals("\r");
            };
            if (!none) {
                counted.add(i);
            }
        }
        return counted;
    }

    /** Whether a row is surely bad. */
    boolean isBad(int row) {
        return !isUtf8(rows.get(row)) || layout.separator == '\t' && cells(rows.get(row)) != layout.columns;
    }

    /** Whether a row is surely good. */
    boolean isGood(int row) {
        return switch (layout) {
            case LINES, FILES, TSV_2, TSV_3, TSV_4 -> !isBad(row);
            case JSONL, CSV, CSV_3 -> row == 0;
        };
    }

    private static int cells(byte[] row) {
        int cells = 1;
        for (byte b : row) {
            cells += b == '\t' ? 1 : 0;
        }
        return cells;
    }

    private static boolean isUtf8(byte[] row) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(row));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
