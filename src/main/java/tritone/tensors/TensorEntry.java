package tritone.tensors;

/** What a header says of one tensor; {@code begin} and {@code end} are in bytes from the first one after the header. */
record TensorEntry(String name, TensorType type, Shape shape, long begin, long end) {
    /** The longest names of published models have some 200 characters. */
    static final int MAX_NAME_CHARS = 1024;

    TensorEntry {
        if (name.isEmpty() || name.length() > MAX_NAME_CHARS) {
            throw new IllegalArgumentException(
                    "expected a tensor name of 1 to " + MAX_NAME_CHARS + " characters but found " + name.length());
        }
        if (name.equals(Header.METADATA)) {
            throw new IllegalArgumentException("expected the name of a tensor but found " + Header.METADATA);
        }
        Header.whole(name);
    }
}
