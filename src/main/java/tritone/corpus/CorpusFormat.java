package tritone.corpus;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How reviews are laid out in a file or folder. */
public enum CorpusFormat {
    /** A row per line, columns between tabs, no quoting. */
    TSV("tsv", "tab"),
    /** Comma-separated values as in RFC 4180: a quoted field may hold commas, newlines and doubled quotes. */
    CSV("csv"),
    /** One JSON object per line. */
    JSONL("jsonl", "ndjson", "json"),
    /** Plain text, one review per line; an empty line is an empty review. */
    LINES("txt", "text"),
    /** As fastText's supervised mode reads: a label per line, as {@code __label__pos}, and then the text. */
    FASTTEXT("ft", "fasttext"),
    /** Columns, compressed page by page, as data frames and Hugging Face keep them. */
    PARQUET("parquet"),
    /** A folder of plain text files, one review per file; folders inside it name the labels. */
    FILES();

    private final String[] endings;

    CorpusFormat(String... endings) {
        this.endings = endings;
    }

    /** The format that a file's name promises; a trailing {@code .gz} does not count. */
    public static Optional<CorpusFormat> ofName(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        if (lower.endsWith(".ft.txt")) {
            return Optional.of(FASTTEXT);
        }
        String ending = lower.substring(lower.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(format -> Arrays.asList(format.endings).contains(ending))
                .findFirst();
    }

    /** The format with this name, as typed after {@code --format}. */
    public static CorpusFormat named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("format must be one of "
                        + Arrays.stream(values()).map(CorpusFormat::toString).collect(Collectors.joining(", "))
                        + " but was " + name));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
