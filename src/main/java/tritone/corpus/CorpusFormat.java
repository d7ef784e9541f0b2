package tritone.corpus;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How reviews are laid out in a file or folder. */
public enum CorpusFormat {
    TSV("a row per line, columns between tabs, nothing quoted", "tsv", "tab"),
    CSV("comma-separated values; a quoted field may hold commas, newlines and doubled quotes", "csv"),
    JSONL("a JSON object per line", "jsonl", "ndjson", "json"),
    LINES("plain text, a review per line; an empty line is an empty review", "txt", "text"),
    FASTTEXT("a line per review: its label, as in `__label__pos`, and its text", "ft", "fasttext", "ft.txt"),
    PARQUET("columns, compressed, as data frames and Hugging Face keep them", "parquet"),
    FILES("a folder of plain text files, a review each; folders inside it name the labels");

    private final String description;
    private final List<String> endings;

    CorpusFormat(String description, String... endings) {
        this.description = description;
        this.endings = List.of(endings);
    }

    /** What it is, in words that README uses too. */
    public String description() {
        return description;
    }

    /** What names of such files end in, the usual ending first; none for a folder. */
    public List<String> endings() {
        return endings;
    }

    /** The format that a file's name promises; a trailing {@code .gz} does not count. */
    public static Optional<CorpusFormat> ofName(String fileName) {
        String name = "." + fileName.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        return Arrays.stream(values())
                .max(Comparator.comparingInt(format -> format.matching(name)))
                .filter(format -> format.matching(name) > 0);
    }

    /** How long the longest ending is that this name has; 0 if it has none. */
    private int matching(String name) {
        return endings.stream()
                .filter(ending -> name.endsWith("." + ending))
                .mapToInt(String::length)
                .max()
                .orElse(0);
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
