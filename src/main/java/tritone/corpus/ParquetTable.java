package tritone.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;

/**
 * The plain columns of a Parquet file, row by row. In memory is one group of rows, compressed, and a page of each column that
 * is wanted. Whatever the library makes of a damaged file becomes one sentence.
 */
final class ParquetTable implements Closeable {
    /** What every such file begins and ends with. */
    static final String MAGIC = "PAR1";

    private final String name;
    private final long bytes;
    private final ParquetFileReader reader;
    private final List<ColumnDescriptor> columns;
    private List<ParquetColumn> chosen = List.of();
    private BytesRead bytesRead = BytesRead.NONE;
    private int group;
    private long rowsLeft; // in the current group
    private long row;
    private boolean broken;

    private ParquetTable(String name, long bytes, ParquetFileReader reader) {
        this.name = name;
        this.bytes = bytes;
        this.reader = reader;
        this.columns = reader.getFooter().getFileMetaData().getSchema().getColumns();
    }

    /** Reads what the file says of itself, and checks that its columns lie inside it. */
    static ParquetTable open(Path file) throws IOException {
        checkBeginning(file);
        String name = file.toString();
        try {
            ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                    .withCodecFactory(new ParquetCodecs())
                    .usePageChecksumVerification()
                    .build();
            ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options);
            try {
                return new ParquetTable(name, Files.size(file), reader).checked();
            } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
                reader.close();
                throw e;
            }
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw damaged(name, e);
        }
    }

    private static void checkBeginning(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(MAGIC.length());
        }
        boolean gzip = start.length > 1 && start[0] == 0x1f && start[1] == (byte) 0x8b;
        if (!new String(start, StandardCharsets.ISO_8859_1).equals(MAGIC)) {
            throw new CorpusFormatException(
                    file.toString(),
                    "expected a Parquet file, which begins with " + MAGIC + ", but found "
                            + (gzip ? "a gzipped file (gunzip it first)" : "other bytes"));
        }
    }

    /** What the library throws at what it cannot read is of many kinds, and none says more than this to a user. */
    private static CorpusFormatException damaged(String place, Throwable fault) throws FileSystemException {
        if (fault instanceof CorpusFormatException known) {
            return known;
        }
        if (fault instanceof FileSystemException file) {
            throw file;
        }
        // Some bytes in a page can ask for gigabytes at once; whether they are meant so, no one knows.
        CorpusFormatException damage = new CorpusFormatException(
                place,
                fault instanceof OutOfMemoryError
                        ? "expected pages that fit into memory but found larger ones, or damage"
                        : "expected a whole Parquet file but found a cut or damaged one");
        damage.initCause(fault);
        return damage.ending();
    }

    /** Sizes are believed, and memory taken for them, only if the file can hold what they promise. */
    private ParquetTable checked() {
        for (BlockMetaData block : reader.getRowGroups()) {
            for (ColumnChunkMetaData chunk : block.getColumns()) {
                if (chunk.getStartingPos() < 0
                        || chunk.getTotalSize() < 0
                        || chunk.getTotalSize() > bytes - chunk.getStartingPos()) {
                    throw new IllegalArgumentException("a column lies outside the file");
                }
            }
        }
        return this;
    }

    /** The columns in their order: a plain one by its name, one inside another by its path with dots. */
    List<String> names() {
        return columns.stream()
                .map(column -> String.join(".", column.getPath()))
                .toList();
    }

    /** What the file holds beside its rows. */
    Map<String, String> notes() {
        return reader.getFooter().getFileMetaData().getKeyValueMetaData();
    }

    /** From now on only these columns are read; before the first row. */
    List<ParquetColumn> choose(Collection<Integer> indices) {
        chosen = indices.stream()
                .distinct()
                .map(index -> new ParquetColumn(columns.get(index), name))
                .toList();
        reader.setRequestedSchema(chosen.stream().map(ParquetColumn::descriptor).toList());
        for (BlockMetaData block : reader.getRowGroups()) {
            for (ColumnChunkMetaData chunk : block.getColumns()) {
                checkCodec(chunk);
            }
        }
        return chosen;
    }

    private void checkCodec(ColumnChunkMetaData chunk) {
        boolean wanted = chosen.stream()
                .anyMatch(column -> List.of(column.descriptor().getPath())
                        .equals(List.of(chunk.getPath().toArray())));
        if (wanted && !ParquetCodecs.READABLE.contains(chunk.getCodec())) {
            throw new CorpusFormatException(
                    name,
                    "expected columns compressed by snappy, gzip, zstd, lz4_raw or not at all but found "
                            + chunk.getCodec().name().toLowerCase(Locale.ROOT));
        }
    }

    /** Goes on to the next row, whose values the chosen columns then hold; false after the last, or after damage. */
    boolean next() throws IOException {
        if (broken) {
            return false;
        }
        broken = true;
        row++;
        try {
            while (rowsLeft == 0 && group < reader.getRowGroups().size()) {
                openGroup();
            }
            if (rowsLeft == 0) {
                row--;
                return false;
            }
            rowsLeft--;
            chosen.forEach(ParquetColumn::next);
            broken = false;
            return true;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw damaged(place(), e);
        }
    }

    private void openGroup() throws IOException {
        BlockMetaData block = reader.getRowGroups().get(group);
        if (block.getRowCount() > 0) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            PageReadStore pages = reader.readRowGroup(group);
            ColumnReadStoreImpl store = new ColumnReadStoreImpl(
                    pages,
                    new GroupRecordConverter(schema).getRootConverter(),
                    schema,
                    reader.getFooter().getFileMetaData().getCreatedBy());
            for (ParquetColumn column : chosen) {
                if (pages.getPageReader(column.descriptor()).getTotalValueCount() != block.getRowCount()) {
                    throw new IllegalArgumentException("a column has another number of values than there are rows");
                }
                column.read(store.getColumnReader(column.descriptor()));
            }
        }
        bytesRead = bytesRead.plus(new BytesRead(block.getCompressedSize(), block.getTotalByteSize()));
        rowsLeft = block.getRowCount();
        group++;
    }

    /** The number of the row that was read last, from 1. */
    long row() {
        return row;
    }

    String place() {
        return name + ":" + row;
    }

    BytesRead bytesRead() {
        return bytesRead;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
