package tritone.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** One review per plain text file. */
final class TextFilesReader implements ReviewReader {
    private final Iterator<TextFile> files;
    private final String idStart;
    private final LabelRule labels;
    private final Optional<Charset> charset;
    private BytesRead bytesRead = BytesRead.NONE;
    private String rowId = "";
    private String place = "";

    /** Folders are their own witnesses of which labels there are: only declared {@code labels} can refuse one. */
    TextFilesReader(List<TextFile> files, ReadingOptions options, String idStart) {
        this.idStart = idStart;
        this.files = files.iterator();
        this.charset = options.charset();
        List<String> folders =
                files.stream().flatMap(file -> file.label().stream()).distinct().toList();
        this.labels = new LabelRule(options.labels().or(() -> Optional.of(Labels.observed(folders))));
    }

    @Override
    public Review next() throws IOException {
        if (!files.hasNext()) {
            return null;
        }
        TextFile file = files.next();
        rowId = idStart + file.id();
        place = PathName.of(file.file());
        Optional<String> label = file.label().flatMap(name -> labels.read(name, place));
        return new Review(rowId, text(file), label, file.rating(), Optional.empty());
    }

    private String text(TextFile file) throws IOException {
        try (ByteInput input = ByteInput.open(file.file(), charset)) {
            byte[] bytes = input.readNBytes(LineReader.MAX_LINE_BYTES + 1);
            bytesRead = bytesRead.plus(input.bytesRead());
            if (bytes.length > LineReader.MAX_LINE_BYTES) {
                throw new CorpusFormatException(
                        input.name(),
                        "expected a review of at most " + LineReader.MAX_LINE_BYTES + " bytes but found more");
            }
            input.checkWidth(bytes, 0, bytes.length);
            String text = decoded(bytes, input);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        }
    }

    private static String decoded(byte[] bytes, ByteInput input) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw input.noText(input.name());
        }
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public String rowId() {
        return rowId;
    }

    @Override
    public BytesRead bytesRead() {
        return bytesRead;
    }

    @Override
    public void close() {
        // Each file is closed as soon as it is read.
    }
}
