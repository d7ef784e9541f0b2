package tritone.corpus;

import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** What compresses and decompresses the pages of Parquet files, in plain Java, and no more than a page may hold. */
final class ParquetCodecs implements CompressionCodecFactory {
    static final Set<CompressionCodecName> READABLE = Set.of(
            CompressionCodecName.UNCOMPRESSED,
            CompressionCodecName.GZIP,
            CompressionCodecName.SNAPPY,
            CompressionCodecName.ZSTD,
            CompressionCodecName.LZ4_RAW);

    /** Pages are about a megabyte, but for a value that is larger. */
    private static final int MAX_PAGE_BYTES = 1 << 28;

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return new Decompressor(codec);
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return new Compressor(codec);
    }

    @Override
    public void release() {
        // Nothing is held.
    }

    private record Decompressor(CompressionCodecName codec) implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            return BytesInput.from(decompressed(bytes.toInputStream().readAllBytes(), size));
        }

        @Override
        public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int size) throws IOException {
            byte[] bytes = new byte[compressedSize];
            input.get(bytes);
            output.put(decompressed(bytes, size)).flip();
        }

        private byte[] decompressed(byte[] bytes, int size) throws IOException {
            if (size < 0 || size > MAX_PAGE_BYTES) {
                throw new IOException("a page of " + size + " bytes");
            }
            byte[] page = switch (codec) {
                case UNCOMPRESSED -> bytes;
                case GZIP -> new GZIPInputStream(new ByteArrayInputStream(bytes)).readNBytes(size);
                case SNAPPY -> filled(new SnappyDecompressor(), bytes, size);
                case ZSTD -> filled(new ZstdDecompressor(), bytes, size);
                case LZ4_RAW -> filled(new Lz4Decompressor(), bytes, size);
                default -> throw new IOException("a page compressed by " + codec);
            };
            if (page.length != size) {
                throw new IOException("a page of " + page.length + " bytes instead of " + size);
            }
            return page;
        }

        private static byte[] filled(io.airlift.compress.Decompressor decompressor, byte[] bytes, int size)
                throws IOException {
            byte[] page = new byte[size];
            int length = decompressor.decompress(bytes, 0, bytes.length, page, 0, size);
            if (length != size) {
                throw new IOException("a page of " + length + " bytes instead of " + size);
            }
            return page;
        }

        @Override
        public void release() {
            // Nothing is held.
        }
    }

    /** Writes Zstandard only, which every reader of our days knows. */
    private record Compressor(CompressionCodecName codec) implements BytesInputCompressor {
        Compressor {
            if (codec != CompressionCodecName.ZSTD) {
                throw new IllegalArgumentException("pages can be written as ZSTD but not as " + codec);
            }
        }

        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            byte[] page = bytes.toInputStream().readAllBytes();
            ZstdCompressor compressor = new ZstdCompressor();
            byte[] compressed = new byte[compressor.maxCompressedLength(page.length)];
            int length = compressor.compress(page, 0, page.length, compressed, 0, compressed.length);
            return BytesInput.from(compressed, 0, length);
        }

        @Override
        public CompressionCodecName getCodecName() {
            return codec;
        }

        @Override
        public void release() {
            // Nothing is held.
        }
    }
}
