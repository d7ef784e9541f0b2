package tritone.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tritone.classification.Answer;
import tritone.classification.BulkClassifier;
import tritone.classification.Classifier;
import tritone.classification.Outcome;
import tritone.classification.StageTimes;
import tritone.corpus.BytesRead;
import tritone.corpus.CorpusPart;
import tritone.corpus.PassedOver;
import tritone.corpus.Review;
import tritone.corpus.Row;
import tritone.corpus.RowReader;

/** One run of the command: texts that were typed, then rows of inputs, into a writer; and the counts of what became of them. */
final class Classification {
    private final Classifier classifier;
    private final OnError onError;
    private final PredictionWriter writer;
    private final Answer answer;
    private final Map<String, Long> labels = new LinkedHashMap<>();
    private final PassedOver badRows = new PassedOver();
    private final StageTimes times = new StageTimes();
    private BytesRead bytesRead = BytesRead.NONE;
    private RowReader written;
    private Row nextWritten; // of the earlier run; null if there is none, or none left
    private long classified;

    Classification(Classifier classifier, OnError onError, PredictionWriter writer, Answer answer) {
        this.classifier = classifier;
        this.onError = onError;
        this.writer = writer;
        this.answer = answer;
        classifier.labels().forEach(label -> labels.put(label, 0L));
    }

    /** What asks whether anyone still reads what is written. */
    @FunctionalInterface
    interface Reader {
        boolean isThere();
    }

    /** Counts these rows of an earlier run, as they come up again, and does not write them again. */
    void goOnAfter(RowReader rows) {
        written = rows;
        nextWritten = rows.next();
    }

    void ofTexts(List<String> texts, Reader reader) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Row row = Row.of(Review.of(Integer.toString(i + 1), texts.get(i)));
            if (isWritten(row)) {
                continue;
            }
            outcomes.add(
                    answer == Answer.EXPLAINED
                            ? Outcome.explained(row, classifier)
                            : new Outcome(row, Optional.of(classifier.classify(texts.get(i)))));
        }
        take(outcomes, reader);
    }

    void ofParts(List<CorpusPart> parts, int threads, Reader reader) throws IOException {
        try (RowReader rows = new RowReader(parts)) {
            while (nextWritten != null) {
                Row row = rows.next();
                if (row == null) {
                    throw otherInput();
                }
                if (!isWritten(row)) {
                    count(row);
                }
            }
            new BulkClassifier(classifier, threads, times, answer).run(rows, outcomes -> take(outcomes, reader));
            bytesRead = rows.bytesRead();
        }
    }

    /** Whether an earlier run wrote this row; then it is counted, with the label that it was given. */
    private boolean isWritten(Row row) throws IOException {
        if (nextWritten == null || !onError.writes(row)) {
            return false;
        }
        boolean same = row.review().isEmpty() || plain(nextWritten.id()).equals(plain(row.id()));
        if (!same) {
            throw otherInput();
        }
        count(row);
        nextWritten.review().ifPresent(review -> labels.computeIfPresent(review.text(), (label, n) -> n + 1));
        nextWritten = written.next();
        return true;
    }

    /** An id in every format: some have no place for the ends of lines. */
    private static String plain(String id) {
        return id.replaceAll("[\t\n\r]+", " ");
    }

    private static UnusableModelException otherInput() {
        return new UnusableModelException("what is there to go on with was begun with other models, inputs or options:"
                + " its ids are others than those of the input");
    }

    private boolean take(List<Outcome> outcomes, Reader reader) throws IOException {
        for (Outcome outcome : outcomes) {
            count(outcome.row());
            outcome.prediction().ifPresent(said -> labels.merge(said.label(), 1L, Long::sum));
            if (onError.writes(outcome.row())) {
                writer.write(outcome);
            }
        }
        writer.flush();
        return reader.isThere();
    }

    private void count(Row row) throws IOException {
        if (row.review().isPresent()) {
            classified++;
            return;
        }
        Exception fault = row.fault().orElseThrow();
        if (onError == OnError.FAIL) {
            writer.flush();
            throw thrown(fault);
        }
        badRows.take("", badRows.count() + 1, fault);
    }

    /** The fault as it would have come out of a reader. */
    private static IOException thrown(Exception fault) {
        if (fault instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        return fault instanceof IOException checked ? checked : new IOException(fault);
    }

    /** How long each stage worked on rows of inputs. */
    StageTimes times() {
        return times;
    }

    /** How much of the inputs was read. */
    BytesRead bytesRead() {
        return bytesRead;
    }

    long classified() {
        return classified;
    }

    long bad() {
        return badRows.count();
    }

    /** What happened, in a line or more. */
    String summary() {
        StringBuilder summary = new StringBuilder("tritone: ")
                .append(TextTable.figure(classified))
                .append(classified == 1 ? " review" : " reviews");
        if (classified > 0) {
            summary.append(": ")
                    .append(labels.entrySet().stream()
                            .map(entry -> TextTable.figure(entry.getValue()) + " " + entry.getKey())
                            .collect(Collectors.joining(", ")));
        }
        summary.append('\n');
        if (bad() > 0) {
            summary.append(BadRows.summary(badRows, onError == OnError.SKIP ? " and passed over" : ""));
        }
        return summary.toString();
    }
}
