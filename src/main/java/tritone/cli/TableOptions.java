package tritone.cli;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import tritone.corpus.CorpusFormat;
import tritone.corpus.Escapes;
import tritone.corpus.Field;
import tritone.corpus.Labels;
import tritone.corpus.ReadingOptions;

/** How to read what does not speak for itself. */
final class TableOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            description = "tsv, csv, jsonl, lines, fasttext, parquet or files, where name and content do not tell.")
    private CorpusFormat format;

    @Option(
            names = "--columns",
            paramLabel = "FIELD=COLUMN",
            split = ",",
            converter = {FieldConverter.class, ColumnConverter.class},
            description =
                    "Columns by name or number, as in text=review_body,label=3; fields are id, text, label, rating"
                            + " and group.")
    private Map<Field, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--header",
            negatable = true,
            description = "The first row of a table names its columns; recognised if not said.")
    private Boolean header;

    @Option(
            names = "--charset",
            paramLabel = "CHARSET",
            converter = CharsetConverter.class,
            description =
                    "Of files without a byte order mark, such as windows-1252, UTF-16LE or EUC-KR; UTF-8 if not said.")
    private Charset charset;

    @Option(
            names = "--escapes",
            negatable = true,
            description =
                    "In tsv, lines and fasttext, \\t, \\n, \\r and \\\\ stand for a tab, line ends and a backslash.")
    private Boolean escapes;

    Optional<CorpusFormat> format() {
        return Optional.ofNullable(format);
    }

    Map<Field, String> columns() {
        return columns;
    }

    Optional<Boolean> header() {
        return Optional.ofNullable(header);
    }

    Optional<Charset> charset() {
        return Optional.ofNullable(charset);
    }

    ReadingOptions reading(Optional<Labels> labels) {
        return new ReadingOptions(format(), columns, header(), labels)
                .with(escapes(escapes))
                .in(charset());
    }

    Optional<Boolean> escapes() {
        return Optional.ofNullable(escapes);
    }

    /** Whether they are wanted, where someone said so. */
    static Escapes escapes(Boolean wanted) {
        return Boolean.TRUE.equals(wanted) ? Escapes.BACKSLASH : Escapes.NONE;
    }

    /** Every choice in the same words in every process. */
    String described() {
        String choices = format + " " + new TreeMap<>(columns) + " " + header + " " + charset;
        return Boolean.TRUE.equals(escapes) ? choices + " escapes" : choices;
    }

    /** By the names that are typed. */
    static final class FormatConverter implements ITypeConverter<CorpusFormat> {
        @Override
        public CorpusFormat convert(String value) {
            return CorpusOptions.converted(() -> CorpusFormat.named(value));
        }
    }

    /** The charset of this name, whatever its case. */
    static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "charset must be one that Java knows, such as windows-1252, but was " + name);
        }
    }

    private static final class CharsetConverter implements ITypeConverter<Charset> {
        @Override
        public Charset convert(String value) {
            return CorpusOptions.converted(() -> charset(value));
        }
    }

    private static final class FieldConverter implements ITypeConverter<Field> {
        @Override
        public Field convert(String value) {
            return CorpusOptions.converted(() -> Field.named(value));
        }
    }

    private static final class ColumnConverter implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            return value;
        }
    }
}
