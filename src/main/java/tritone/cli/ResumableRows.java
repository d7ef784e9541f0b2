package tritone.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusFormat;
import tritone.corpus.Field;
import tritone.corpus.ReadingOptions;
import tritone.corpus.RowReader;
import tritone.files.PartFile;

/**
 * An output file that a later run can go on with. Beside the part that is written stands a note of what it is made from, so
 * that only the same run goes on with it.
 */
final class ResumableRows {
    private final Path file;
    private final PartFile output;
    private final CorpusFormat format;
    private final Path note;
    private long bytes;
    private long rows;

    ResumableRows(Path file, CorpusFormat format) {
        this.file = file;
        this.format = format;
        output = new PartFile(file);
        note = output.part().resolveSibling(output.part().getFileName() + ".run");
    }

    /** Begins anew, or after the last whole row of an earlier run. */
    Writer open(String run, boolean resume) throws IOException {
        if (resume && Files.exists(output.part()) && Files.exists(note)) {
            if (!Files.readString(note).equals(run)) {
                throw new UnusableModelException(output.part()
                        + " was begun with other models, inputs or options: repeat those, or leave out --resume");
            }
            findEnd();
            output.continueAfter(bytes).close(); // so that what is read of it are whole rows
        } else {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Files.deleteIfExists(output.part());
            Files.writeString(note, run);
        }
        return new OutputStreamWriter(output.continueAfter(bytes), StandardCharsets.UTF_8);
    }

    /** A row ends at a newline; in CSV not inside quotes, of which a whole row has an even number. */
    private void findEnd() throws IOException {
        boolean quoted = false;
        long lines = 0;
        long at = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(output.part()), 1 << 16)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                at++;
                quoted ^= b == '"' && format == CorpusFormat.CSV;
                if (b == '\n' && !quoted) {
                    lines++;
                    bytes = at;
                }
            }
        }
        rows = Math.max(0, format == CorpusFormat.JSONL ? lines : lines - 1);
    }

    /** The rows that are there already, each with its id, and its label as the text; a row with an error is a bad one. */
    RowReader written() throws IOException {
        if (rows == 0) {
            return new RowReader(List.of());
        }
        ReadingOptions labels = new ReadingOptions(
                Optional.of(format),
                Map.of(Field.ID, "id", Field.TEXT, "label"),
                format == CorpusFormat.JSONL ? Optional.empty() : Optional.of(true),
                Optional.empty());
        return new RowReader(Corpus.open(output.part(), labels).parts());
    }

    /** Whether there is a header already. */
    boolean isBegun() {
        return bytes > 0;
    }

    /** Where the rows stand until all are there. */
    Path part() {
        return output.part();
    }

    void finish() throws IOException {
        output.finish();
        Files.deleteIfExists(note);
    }
}
