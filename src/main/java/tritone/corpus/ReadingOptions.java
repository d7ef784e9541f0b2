package tritone.corpus;

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
 * @param escapes whether rows spell tabs and line ends
 * @param wanted whether more than ids and texts is looked at
 */
public record ReadingOptions(
        Optional<CorpusFormat> format,
        Map<Field, String> columns,
        Optional<Boolean> header,
        Optional<Labels> labels,
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

    /** Everything is read. */
    public ReadingOptions(
            Optional<CorpusFormat> format,
            Map<Field, String> columns,
            Optional<Boolean> header,
            Optional<Labels> labels) {
        this(format, columns, header, labels, Escapes.NONE, Wanted.EVERYTHING);
    }

    public ReadingOptions {
        columns = Map.copyOf(columns);
    }

    /** The same, but rows spell tabs and line ends like this. */
    public ReadingOptions with(Escapes escapes) {
        return new ReadingOptions(format, columns, header, labels, escapes, wanted);
    }

    ReadingOptions textsOnly() {
        return new ReadingOptions(format, columns, header, Optional.empty(), escapes, Wanted.TEXTS);
    }

    /** Every choice in one line: two corpora of the same bytes are the same corpus only if this is the same too. */
    String fingerprint() {
        String choices = format + " " + new TreeMap<>(columns) + " " + header + " " + labels;
        return escapes == Escapes.NONE ? choices : choices + " " + escapes;
    }
}
