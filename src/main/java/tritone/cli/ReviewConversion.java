package tritone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import tritone.corpus.CorpusFormat;
import tritone.corpus.CorpusPart;
import tritone.corpus.Escapes;
import tritone.corpus.Field;
import tritone.corpus.Review;
import tritone.corpus.ReviewReader;
import tritone.corpus.ReviewWriter;
import tritone.corpus.Split;
import tritone.files.Draft;

/** Reads parts of a corpus and writes them in one format, a review at a time. */
final class ReviewConversion {
    private final CorpusFormat format;
    private final Escapes escapes;
    private final PrintWriter err;
    private final BooleanSupplier stop;
    private final Map<Field, Long> leftOut = new EnumMap<>(Field.class);
    private long reviews;

    /** @param stop ends the conversion between two reviews with a {@link CancellationException} */
    ReviewConversion(CorpusFormat format, Escapes escapes, PrintWriter err, BooleanSupplier stop) {
        this.format = format;
        this.escapes = escapes;
        this.err = err;
        this.stop = stop;
    }

    /** Whether these parts are one folder of text files: reviews without labels have a place in it. */
    static boolean isOneFolder(List<CorpusPart> parts, CorpusFormat format) {
        return format == CorpusFormat.FILES
                && parts.stream()
                        .allMatch(part -> Set.of(Split.WHOLE, Split.UNLABELLED).contains(part.split()));
    }

    /** All parts into one file, or one folder of text files. */
    void write(List<CorpusPart> parts, Path target) throws IOException {
        try (ReviewWriter writer = ReviewWriter.open(target, format, escapes)) {
            for (CorpusPart part : parts) {
                write(part, writer);
            }
            writer.finish();
            reviews += writer.written();
            writer.leftOut().forEach((field, count) -> leftOut.merge(field, count, Long::sum));
        }
    }

    private void write(CorpusPart part, ReviewWriter writer) throws IOException {
        try (ReviewReader reader = part.open();
                Progress progress = Progress.onTerminal("converting", part, err)) {
            for (Review review = reader.next(); review != null; review = reader.next()) {
                if (stop.getAsBoolean()) {
                    throw new CancellationException();
                }
                writer.write(review, reader.place());
                progress.at(reader.bytesRead());
            }
        }
    }

    /** Each part into a file or folder of its name, all in one folder that is there when all are. */
    void writeEach(List<CorpusPart> parts, Path folder) throws IOException {
        try (Draft draft = Draft.of(folder)) {
            for (CorpusPart part : parts) {
                write(List.of(part), draft.path().resolve(name(part.split())));
            }
            draft.finish();
        }
    }

    /** A name that readers of a folder take for the same part. */
    private String name(Split split) {
        String name = split == Split.WHOLE ? "reviews" : split.toString();
        return format.endings().stream()
                .findFirst()
                .map(ending -> name + "." + ending)
                .orElse(name);
    }

    /** What was written, and what could not be. */
    String summary(Path target) {
        return "tritone: " + target + ": " + TextTable.figure(reviews) + (reviews == 1 ? " review\n" : " reviews\n")
                + NewCorpus.leftOut(format, leftOut);
    }
}
