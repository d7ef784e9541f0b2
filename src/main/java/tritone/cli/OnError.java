package tritone.cli;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import tritone.corpus.Row;

/** What becomes of a bad row. */
enum OnError {
    /** It ends the command. */
    FAIL,
    /** It is passed over and counted. */
    SKIP,
    /** A row with its fault stands in its place. */
    ROW;

    /** Whether something is written for this row. */
    boolean writes(Row row) {
        return row.review().isPresent() || this == ROW;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By the names that are typed. */
    static final class Converter implements ITypeConverter<OnError> {
        @Override
        public OnError convert(String value) {
            return Arrays.stream(values())
                    .filter(mode -> mode.toString().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("must be one of fail, skip, row but was " + value));
        }
    }
}
