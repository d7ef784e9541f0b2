package tritone.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** One review per plain text file. */
final class TextFilesReader implements ReviewReader {
    private final Iterator<TextFile> files;
    private final LabelRule labels;
    private BytesRead bytesRead = BytesRead.NONE;
    private String rowId = "";
    private String place = "";

    /** Folders are their own witnesses of which labels there are: only declared {@code labels} can refuse one. */
    TextFilesReader(List<TextFile> files, Optional<Labels> labels) {
        this.files = files.iterator();
        List<String> folders =
                files.stream().flatMap(file -> file.label().stream()).distinct().toList();
        this.labels = new LabelRule(labels.or(() -> Optional.of(Labels.observed(folders))));
    }

    @Override
    public Review next() throws IOException {
        if (!files.hasNext()) {
            return null;
        }
        TextFile file = files.next();
        rowId = file.id();
        place = file.file().toString();
        Optional<String> label =
                file.label().flatMap(name -> labels.read(name, file.file().toString()));
        return new Review(file.id(), text(file), label, file.rating(), Optional.empty());
    }

    private String text(TextFile file) throws IOException {
        try (ByteInput input = ByteInput.open(file.file())) {
            byte[] bytes = input.readNBytes(LineReader.MAX_LINE_BYTES + 1);
            bytesRead = bytesRead.plus(input.bytesRead());
            if (bytes.length > LineReader.MAX_LINE_BYTES) {
                throw new CorpusFormatException(
                        input.name(),
                        "expected a review of at most " + LineReader.MAX_LINE_BYTES + " bytes but found more");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new CorpusFormatException(file.file().toString(), "expected UTF-8 text but found other bytes");
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
