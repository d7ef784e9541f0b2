package tritone.corpus;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How to read a corpus where it does not speak for itself.
 *
 * @param format the layout; recognised from name and content if not given
 * @param columns which column (its name in the header, or its number from 1) holds a field
 * @param header whether a table begins with names of columns; recognised if not given
 * @param labels the classes; any other label is then an error
 * @param charset of files that do not begin with a byte order mark; UTF-8 if not given
 * @param passedOver takes the bad rows, the first of which ends the reading if this is not given
 * @param escapes whether rows spell tabs and line ends
 * @param wanted whether more than ids and texts is looked at
 */
public record ReadingOptions(
        Optional<CorpusFormat> format,
        Map<Field, String> columns,
        Optional<Boolean> header,
        Optional<Labels> labels,
        Optional<Charset> charset,
        Optional<PassedOver> passedOver,
        Escapes escapes,
        Wanted wanted) {
    /** What is read of a row. */
    enum Wanted {
        EVERYTHING,
        TEXTS
    }

    /** Recognise everything. */
    public static final ReadingOptions DEFAULTS =
            new ReadingOptions(Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

    /** Everything is read, as UTF-8, up to the first bad row. */
    public ReadingOptions(
            Optional<CorpusFormat> format,
            Map<Field, String> columns,
            Optional<Boolean> header,
            Optional<Labels> labels) {
        this(format, columns, header, labels, Optional.empty(), Optional.empty(), Escapes.NONE, Wanted.EVERYTHING);
    }

    public ReadingOptions {
        columns = Map.copyOf(columns);
    }

    /** The same for files in this charset. */
    public ReadingOptions in(Optional<Charset> other) {
        return new ReadingOptions(format, columns, header, labels, other, passedOver, escapes, wanted);
    }

    /** The same, but going on after bad rows if there is something that takes them. */
    public ReadingOptions passingOver(Optional<PassedOver> bad) {
        return new ReadingOptions(format, columns, header, labels, charset, bad, escapes, wanted);
    }

    /** The same, but rows spell tabs and line ends like this. */
    public ReadingOptions with(Escapes other) {
        return new ReadingOptions(format, columns, header, labels, charset, passedOver, other, wanted);
    }

    ReadingOptions textsOnly() {
        return new ReadingOptions(
                format, columns, header, Optional.empty(), charset, passedOver, escapes, Wanted.TEXTS);
    }

    /** Every choice in one line: two corpora of the same bytes are the same corpus only if this is the same too. */
    String fingerprint() {
        return format + " " + new TreeMap<>(columns) + " " + header + " " + labels
                + (escapes == Escapes.NONE ? "" : " " + escapes)
                + charset.map(name -> " " + name).orElse("")
                + passedOver.map(bad -> " passing over bad rows").orElse("");
    }
}
