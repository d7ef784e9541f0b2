package tritone.tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are damaged, or made to do harm: each is read or refused in a sentence, and nothing else happens. */
class HostileTensorsTest {
    @TempDir
    private Path folder;

    private void assertRefused(byte[] bytes, String problem) throws IOException {
        Path file = Files.write(folder.resolve("x.safetensors"), bytes);

        assertThatThrownBy(() -> TensorFile.read(file))
                .isInstanceOf(TensorFormatException.class)
                .hasMessage(file + ": " + problem);
    }

    /** True if the file was read, false if it was refused as it should be. */
    private boolean reads(byte[] bytes) throws IOException {
        Path file = folder.resolve("x.safetensors");
        // Written over: some file systems take milliseconds to empty a file first, and this is called thousands of
        // times.
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.truncate(bytes.length);
        }
        try {
            TensorFile.read(file).tensors().values().forEach(Tensor::hashCode);
            return true;
        } catch (TensorFormatException e) {
            assertThat(e.getMessage()).startsWith(file + ": expected ").matches("\\P{Cntrl}*");
            return false;
        }
    }

    private byte[] sound() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("weights", Tensor.ofFloats(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));
        tensors.put("ü", Tensor.ofBytes(new byte[] {1, 2, 3}, 3));
        tensors.put("rows", Tensor.ofInts(new int[] {1, 2}, 2, 1));
        tensors.put("halves", Tensor.ofHalves(new float[] {1}, 1));
        Path file = folder.resolve("sound.safetensors");
        TensorFile.write(file, tensors, Map.of("made", "by hand", "for", "tests"));
        return Files.readAllBytes(file);
    }

    @Test
    void refusesAFileCutAnywhereAndOneWithMoreBehind() throws IOException {
        byte[] sound = sound();

        for (int length = 0; length < sound.length; length++) {
            assertThat(reads(Arrays.copyOf(sound, length)))
                    .as("length " + length)
                    .isFalse();
        }
        assertThat(reads(sound)).isTrue();
        assertThat(reads(Arrays.copyOf(sound, sound.length + 1))).isFalse();
        assertThat(reads(Arrays.copyOf(sound, sound.length + 100))).isFalse();
    }

    @Test
    void readsOrRefusesAFileInWhichAnyByteHasChanged() throws IOException {
        byte[] sound = sound();
        Random random = new Random(1);
        for (int at = 0; at < sound.length; at++) {
            for (int bits : new int[] {1, 4, 0x20, 0x80, 0xff, 1 + random.nextInt(255), 1 + random.nextInt(255)}) {
                byte[] changed = sound.clone();
                changed[at] ^= (byte) bits;

                boolean read = reads(changed);

                // The first eight bytes are the length of the header, the last are a number.
                assertThat(read ? at >= 8 : at < sound.length - 2)
                        .as("byte %d by %02x", at, bits)
                        .isTrue();
            }
        }
    }

    @Test
    void readsOrRefusesAFileWithManyChanges() throws IOException {
        byte[] sound = sound();
        byte[] likely = "{}[]\",:0123456789-e.\\un ".getBytes(StandardCharsets.US_ASCII);
        Random random = new Random(2);
        for (int round = 0; round < 3_000; round++) {
            byte[] changed = sound.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                changed[8 + random.nextInt(sound.length - 8)] = likely[random.nextInt(likely.length)];
            }
            reads(changed);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 18446744073709551615",
        "-9223372036854775808, 9223372036854775808",
        "9223372036854775807, 9223372036854775807",
        "2147483648, 2147483648",
        "100000001, 100000001",
        "11, 11"
    })
    void refusesALengthBeyondTheFile(long length, String shown) throws IOException {
        byte[] header = "{}        ".getBytes(StandardCharsets.US_ASCII);

        assertRefused(
                RawTensors.file(length, header),
                "expected a header of at most 10 bytes but found its length to be " + shown);
    }

    @Test
    void refusesALengthBeyondAnyHeader() throws IOException {
        Path file = sparse(200_000_000, 100_000_001);

        assertThatThrownBy(() -> TensorFile.read(file))
                .hasMessage(
                        file + ": expected a header of at most 100000000 bytes but found its length to be 100000001");
    }

    @Test
    void refusesAFileOfTwoGibibytes() throws IOException {
        Path file = sparse(1L << 31, 2);

        assertThatThrownBy(() -> TensorFile.read(file))
                .isInstanceOf(TensorFormatException.class)
                .hasMessage(file + ": expected a file of 8 to 2147483639 bytes but found 2147483648");
    }

    private Path sparse(long size, int headerLength) throws IOException {
        Path file = folder.resolve("sparse.safetensors");
        try (var channel = Files.newByteChannel(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(RawTensors.file(headerLength, new byte[0])));
            channel.position(size - 1).write(ByteBuffer.allocate(1));
        }
        return file;
    }

    @Test
    void refusesAHeaderThatIsNotUtf8() throws IOException {
        String header = "{\"a\":{\"dtype\":\"I8\",\"shape\":[0],\"data_offsets\":[0,0]}}";
        String problem = "expected a header in UTF-8 but found other bytes";

        assertRefused(RawTensors.file(header.replace('a', 'ü').getBytes(StandardCharsets.ISO_8859_1)), problem);
        assertRefused(RawTensors.file(new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80}), problem);
        assertRefused(RawTensors.file(new byte[] {'{', '}', (byte) 0xc3}), problem);
        assertThat(reads(RawTensors.file(header.getBytes(StandardCharsets.UTF_16LE))))
                .isFalse();
        assertThat(reads(RawTensors.file(header.getBytes(StandardCharsets.UTF_16BE))))
                .isFalse();
        assertThat(reads(RawTensors.file(header.getBytes(StandardCharsets.UTF_8))))
                .isTrue();
    }

    @Test
    void refusesMoreEntriesThanItHasRoomFor() throws IOException {
        String tensors = IntStream.rangeClosed(0, Header.MAX_ENTRIES)
                .mapToObj(i -> "\"" + i + "\":" + HostileHeaders.NOTHING)
                .collect(Collectors.joining(",", "{", "}"));
        String texts = IntStream.rangeClosed(0, Header.MAX_ENTRIES)
                .mapToObj(i -> "\"" + i + "\":\"\"")
                .collect(Collectors.joining(",", "{\"__metadata__\":{", "}}"));

        assertRefused(RawTensors.file(tensors), "expected at most 100000 tensors but found more");
        assertRefused(RawTensors.file(texts), "expected at most 100000 texts in __metadata__ but found more");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("headers")
    void refusesAHeader(String header, String problem) throws IOException {
        assertRefused(RawTensors.file(header, 1, 2, 3, 4), problem);
    }

    static Stream<Arguments> headers() {
        return HostileHeaders.ALL.entrySet().stream().map(row -> arguments(row.getKey(), row.getValue()));
    }
}
