package tritone.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table of two columns without a header, id and group, tab between them, gzipped or not. */
public final class GroupFile {
    private static final int COLUMNS = 2;

    private GroupFile() {}

    /** The group of each id. */
    public static Map<String, String> read(Path file) throws IOException {
        Map<String, String> groups = new HashMap<>();
        try (TsvRows rows = new TsvRows(new LineReader(ByteInput.open(file, Optional.empty())), Escapes.NONE)) {
            for (List<String> row = rows.next(); row != null; row = rows.next()) {
                if (row.size() != COLUMNS || row.get(1).isBlank()) {
                    throw new CorpusFormatException(
                            file.toString(),
                            rows.line(),
                            "expected an id, a tab and a group but found " + row.size()
                                    + (row.size() == 1 ? " column" : " columns, or an empty group"));
                }
                String before = groups.put(row.get(0), row.get(1));
                if (before != null && !before.equals(row.get(1))) {
                    throw new CorpusFormatException(
                            file.toString(), rows.line(), "the id " + row.get(0) + " is in two groups");
                }
            }
        }
        return groups;
    }
}
