package tritone.tensors;

/** How a tensor keeps a number; the constants are called as safetensors calls them. */
public enum TensorType {
    F32(4),
    F16(2),
    I8(1),
    I32(4);

    private final int bytesPerNumber;

    TensorType(int bytesPerNumber) {
        this.bytesPerNumber = bytesPerNumber;
    }

    public int bytesPerNumber() {
        return bytesPerNumber;
    }
}
