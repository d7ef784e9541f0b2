package tritone.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** A row for each review in a Parquet file; what is not known is null. */
final class ParquetSink implements ReviewSink {
    /** Reviews that are held in memory until their group is written. */
    private static final long GROUP_BYTES = 1 << 24;

    private final ParquetWriter<Review> out;

    ParquetSink(Path file) throws IOException {
        out = new Builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new ParquetCodecs())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(GROUP_BYTES)
                // No two are alike.
                .withDictionaryEncoding("id", false)
                .withDictionaryEncoding("text", false)
                .build();
    }

    @Override
    public Set<Field> write(Review review, String place) throws IOException {
        out.write(review);
        return Set.of();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static final class Builder extends ParquetWriter.Builder<Review, Builder> {
        Builder(OutputFile file) {
            super(file);
        }

        @Override
        protected Builder self() {
            return this;
        }

        /** The older form, which no one calls but every builder must have. */
        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<Review> getWriteSupport(Configuration unused) {
            return new Rows();
        }

        @Override
        protected WriteSupport<Review> getWriteSupport(ParquetConfiguration unused) {
            return new Rows();
        }
    }

    private static final class Rows extends WriteSupport<Review> {
        private static final LogicalTypeAnnotation STRING = LogicalTypeAnnotation.stringType();
        private static final MessageType SCHEMA = Types.buildMessage()
                .required(PrimitiveTypeName.BINARY)
                .as(STRING)
                .named("id")
                .optional(PrimitiveTypeName.BINARY)
                .as(STRING)
                .named("label")
                .optional(PrimitiveTypeName.DOUBLE)
                .named("rating")
                .optional(PrimitiveTypeName.BINARY)
                .as(STRING)
                .named("group")
                .required(PrimitiveTypeName.BINARY)
                .as(STRING)
                .named("text")
                .named("review");

        private RecordConsumer out;

        @Override
        @SuppressWarnings("deprecation")
        public WriteContext init(Configuration unused) {
            return new WriteContext(SCHEMA, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration unused) {
            return new WriteContext(SCHEMA, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            out = consumer;
        }

        @Override
        public void write(Review review) {
            out.startMessage();
            write("id", Optional.of(review.id()));
            write("label", review.label());
            review.rating().ifPresent(rating -> field("rating", () -> out.addDouble(rating)));
            write("group", review.group());
            write("text", Optional.of(review.text()));
            out.endMessage();
        }

        private void write(String name, Optional<String> value) {
            value.ifPresent(text -> field(name, () -> out.addBinary(Binary.fromString(text))));
        }

        private void field(String name, Runnable value) {
            int index = SCHEMA.getFieldIndex(name);
            out.startField(name, index);
            value.run();
            out.endField(name, index);
        }
    }
}
