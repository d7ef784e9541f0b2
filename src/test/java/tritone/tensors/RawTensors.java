package tritone.tensors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The bytes of a safetensors file, right or wrong, put together without the code under test. */
final class RawTensors {
    private RawTensors() {}

    static byte[] file(String header, int... data) {
        return file(header.getBytes(StandardCharsets.UTF_8), data);
    }

    static byte[] file(byte[] header, int... data) {
        return file(header.length, header, data);
    }

    static byte[] file(long length, byte[] header, int... data) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Long.BYTES + header.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(length).put(header);
        for (int value : data) {
            bytes.put((byte) value);
        }
        return bytes.array();
    }
}
