package tritone.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveStringifier;
import org.apache.parquet.schema.PrimitiveType;

/** One column of a Parquet file, whose values are text, numbers or truth values; read as text. */
final class ParquetColumn {
    private final ColumnDescriptor descriptor;
    private final PrimitiveStringifier stringifier;
    private final boolean isText;
    private ColumnReader values;
    private Optional<String> value = Optional.empty();
    private boolean isDamaged;

    ParquetColumn(ColumnDescriptor descriptor, String place) {
        if (descriptor.getMaxRepetitionLevel() > 0) {
            throw new CorpusFormatException(
                    place,
                    "expected a plain value in \"" + Quote.of(String.join(".", descriptor.getPath()))
                            + "\" but found a list");
        }
        this.descriptor = descriptor;
        PrimitiveType type = descriptor.getPrimitiveType();
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        stringifier = type.stringifier();
        isText = type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.BINARY
                && (meaning == null
                        || meaning instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation
                        || meaning instanceof LogicalTypeAnnotation.EnumLogicalTypeAnnotation
                        || meaning instanceof LogicalTypeAnnotation.JsonLogicalTypeAnnotation);
    }

    ColumnDescriptor descriptor() {
        return descriptor;
    }

    /** The values that come next are these. */
    void read(ColumnReader values) {
        this.values = values;
    }

    void next() {
        isDamaged = false;
        value = values.getCurrentDefinitionLevel() < descriptor.getMaxDefinitionLevel()
                ? Optional.empty()
                : Optional.ofNullable(text());
        values.consume();
    }

    /** What the row holds, if anything; NaN is how data frames write that there is no number. */
    private String text() {
        return switch (descriptor.getPrimitiveType().getPrimitiveTypeName()) {
            case INT32 -> stringifier.stringify(values.getInteger());
            case INT64 -> stringifier.stringify(values.getLong());
            case BOOLEAN -> stringifier.stringify(values.getBoolean());
            case FLOAT -> Float.isNaN(values.getFloat()) ? null : stringifier.stringify(values.getFloat());
            case DOUBLE -> Double.isNaN(values.getDouble()) ? null : stringifier.stringify(values.getDouble());
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 ->
                isText ? decoded(values.getBinary().toByteBuffer()) : stringifier.stringify(values.getBinary());
        };
    }

    private String decoded(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            isDamaged = true;
            return null;
        }
    }

    /** The value of this column in the current row, if there is one. */
    Optional<String> value(String place) {
        if (isDamaged) {
            throw new CorpusFormatException(place, "expected UTF-8 text but found other bytes");
        }
        return value;
    }
}
