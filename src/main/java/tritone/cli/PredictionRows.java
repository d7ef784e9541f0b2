package tritone.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import tritone.classification.Outcome;
import tritone.corpus.CorpusFormat;
import tritone.corpus.RowWriter;

/** A row for each outcome, for programs: JSON Lines, CSV or TSV. */
final class PredictionRows implements PredictionWriter {
    private final PredictionColumns columns;
    private final boolean nested;
    private final RowWriter rows;

    /** @param begun whether there is a beginning already, with its header */
    PredictionRows(Writer out, CorpusFormat format, PredictionColumns columns, boolean begun) throws IOException {
        this.columns = columns;
        nested = format == CorpusFormat.JSONL;
        rows = begun
                ? RowWriter.continuing(out, format, columns.names(nested))
                : RowWriter.of(out, format, columns.names(nested));
    }

    @Override
    public void write(Outcome outcome) throws IOException {
        rows.write(outcome.prediction().isPresent() ? columns.values(outcome, nested) : bad(outcome));
    }

    private List<Object> bad(Outcome outcome) {
        List<Object> values = new ArrayList<>();
        values.add(outcome.row().id());
        while (values.size() < columns.names(nested).size() - 1) {
            values.add(null);
        }
        values.add(Failures.words(outcome.row().fault().orElseThrow()));
        return values;
    }

    @Override
    public void flush() throws IOException {
        rows.flush();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
