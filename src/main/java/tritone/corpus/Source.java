package tritone.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Something that reviews can be read from. */
sealed interface Source {
    /**
     * Opens the first review.
     *
     * @param labels is shared by all sources of a part
     * @param idStart of ids that reviews have from their places
     */
    ReviewReader open(ReadingOptions options, LabelRule labels, String idStart) throws IOException;

    /** The files behind it, in the order of reading; none for a stream. */
    List<Path> files();

    /** How ids from places begin where this is one of several sources. */
    String idStart();

    /** The folder from which its names are seen. */
    Path root();

    /** The same, seen from another folder. */
    Source from(Path folder);

    /** A file of rows. */
    record RowFile(Path file, Path root) implements Source {
        @Override
        public ReviewReader open(ReadingOptions options, LabelRule labels, String idStart) throws IOException {
            ReviewFields fields = new ReviewFields(labels, options.wanted(), idStart);
            return rows(
                    ByteInput.open(file, options.charset()),
                    CorpusFormat.ofName(file.getFileName().toString()),
                    options,
                    fields,
                    Optional.of(file));
        }

        @Override
        public List<Path> files() {
            return List.of(file);
        }

        @Override
        public String idStart() {
            return PathName.relative(root, file) + ":";
        }

        @Override
        public Source from(Path folder) {
            return new RowFile(file, folder);
        }
    }

    /** Plain text files somewhere below a folder, a review each. */
    record TextFiles(List<TextFile> texts, Path folder, Path root) implements Source {
        /** The same, where the folder is called what all of them are. */
        TextFiles labelledByFolder() {
            String label = folder.toAbsolutePath().normalize().getFileName().toString();
            return new TextFiles(
                    texts.stream()
                            .map(text -> new TextFile(text.file(), text.id(), Optional.of(label)))
                            .toList(),
                    folder,
                    root);
        }

        @Override
        public ReviewReader open(ReadingOptions options, LabelRule labels, String idStart) {
            return new TextFilesReader(texts, options, idStart);
        }

        @Override
        public List<Path> files() {
            return texts.stream().map(TextFile::file).toList();
        }

        @Override
        public String idStart() {
            return PathName.relative(root, folder) + "/";
        }

        @Override
        public Source from(Path other) {
            return new TextFiles(texts, folder, other);
        }
    }

    /** Rows that can be read once, such as standard input. */
    record Stream(String name, InputStream in) implements Source {
        @Override
        public ReviewReader open(ReadingOptions options, LabelRule labels, String idStart) throws IOException {
            ReviewFields fields = new ReviewFields(labels, options.wanted(), idStart);
            return rows(
                    new ByteInput(name, in, options.charset()), Optional.empty(), options, fields, Optional.empty());
        }

        @Override
        public List<Path> files() {
            return List.of();
        }

        @Override
        public String idStart() {
            return name + ":";
        }

        @Override
        public Path root() {
            return Path.of("");
        }

        @Override
        public Source from(Path folder) {
            return this;
        }
    }

    private static ReviewReader rows(
            ByteInput input,
            Optional<CorpusFormat> byName,
            ReadingOptions options,
            ReviewFields fields,
            Optional<Path> file)
            throws IOException {
        try {
            CorpusFormat format = options.format().or(() -> byName).orElse(null);
            // A name in .txt promises text, and no more than that.
            boolean open = format == null || options.format().isEmpty() && format == CorpusFormat.LINES;
            CorpusFormat found = open ? byContent(input, Optional.ofNullable(format)) : format;
            return found == CorpusFormat.PARQUET
                    ? parquet(input, file, options, fields)
                    : rows(input, found, options, fields);
        } catch (RuntimeException e) {
            input.close();
            throw e;
        }
    }

    private static ReviewReader rows(
            ByteInput input, CorpusFormat format, ReadingOptions options, ReviewFields fields) {
        LineReader lines = new LineReader(input);
        return switch (format) {
            case TSV -> new TableReader(new TsvRows(lines, options.escapes()), options, fields);
            case CSV -> new TableReader(new CsvRows(lines), options, fields);
            case JSONL -> new JsonLinesReader(lines, options, fields);
            case LINES -> new PlainLinesReader(lines, fields, options.escapes());
            case FASTTEXT -> new FastTextReader(lines, options.escapes(), fields);
            case PARQUET, FILES ->
                throw new CorpusFormatException(
                        input.name(), "expected a folder, as format files reads, but found rows");
        };
    }

    private static ReviewReader parquet(
            ByteInput input, Optional<Path> file, ReadingOptions options, ReviewFields fields) throws IOException {
        if (file.isEmpty() || file.get().getFileSystem() != FileSystems.getDefault()) {
            throw new CorpusFormatException(
                    input.name(),
                    "expected a file of its own, since Parquet is read from its end, but found "
                            + (file.isEmpty() ? "a stream" : "one in an archive"));
        }
        input.close();
        return ParquetReader.open(file.get(), options, fields);
    }

    /** What the first line looks like; a name may have settled all but one question. */
    private static CorpusFormat byContent(ByteInput input, Optional<CorpusFormat> byName) throws IOException {
        byte[] bytes = input.peekLine(1 << 13);
        if (ZipArchive.isBegunBy(bytes)) {
            throw new CorpusFormatException(
                    input.name(), "expected rows but found a zip archive, which is read from a file of its own");
        }
        String start = new String(bytes, StandardCharsets.UTF_8);
        if (start.startsWith(ParquetTable.MAGIC)) {
            return CorpusFormat.PARQUET;
        }
        if (start.replaceFirst("^\ufeff", "").startsWith(FastTextReader.PREFIX)) {
            return CorpusFormat.FASTTEXT;
        }
        if (byName.isPresent()) {
            return byName.get();
        }
        input.checkWidth(bytes, 0, bytes.length);
        if (start.indexOf('\0') >= 0) {
            throw new CorpusFormatException(
                    input.name(),
                    "expected reviews but found bytes that are no text (--format reads them all the same)");
        }
        String line = start.lines().findFirst().orElse("").replaceFirst("^\ufeff", "");
        if (line.startsWith("{")) {
            return CorpusFormat.JSONL;
        }
        if (line.indexOf('\t') >= 0) {
            return CorpusFormat.TSV;
        }
        return line.indexOf(',') >= 0
                        && Columns.isHeader(List.of(line.replace("\"", "").split(",")))
                ? CorpusFormat.CSV
                : CorpusFormat.LINES;
    }
}
