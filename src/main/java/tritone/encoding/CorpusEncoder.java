package tritone.encoding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import tritone.corpus.BytesRead;
import tritone.corpus.CorpusPart;
import tritone.corpus.ReviewBlock;
import tritone.corpus.ReviewBlocks;
import tritone.corpus.ReviewReader;
import tritone.files.WholeFile;
import tritone.vocabulary.Vocabulary;

/** Reads a part of a corpus and writes it as ids. */
public final class CorpusEncoder {
    private final Vocabulary vocabulary;
    private final int threads;

    public CorpusEncoder(Vocabulary vocabulary, int threads) {
        this.vocabulary = vocabulary;
        this.threads = threads;
    }

    private record Encoded(ReviewBlock block, EncodedReviews reviews) {}

    /**
     * Writes the encoded corpus to this file, the same bytes whatever the number of threads. The file is whole or not
     * there.
     */
    public void encode(CorpusPart part, Path file, Consumer<BytesRead> progress) throws IOException {
        WholeFile.write(file, written -> {
            try (ReviewReader reader = part.open();
                    EncodedCorpusWriter writer = new EncodedCorpusWriter(written)) {
                ReviewBlocks.process(reader, threads, this::worker, encoded -> {
                    append(writer, encoded);
                    progress.accept(encoded.block.bytesRead());
                });
                writer.finish();
            }
        });
    }

    private Function<ReviewBlock, Encoded> worker() {
        BlockEncoder encoder = new BlockEncoder(vocabulary);
        return block -> new Encoded(block, encoder.encode(block.reviews()));
    }

    private static void append(EncodedCorpusWriter writer, Encoded encoded) {
        try {
            writer.append(encoded.block.reviews(), encoded.reviews);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
