package tritone.corpus;

/**
 * How much of an input has been read.
 *
 * @param onDisk bytes as they lie there, compressed or not
 * @param unzipped bytes after decompression
 */
public record BytesRead(long onDisk, long unzipped) {
    public static final BytesRead NONE = new BytesRead(0, 0);

    BytesRead plus(BytesRead other) {
        return new BytesRead(onDisk + other.onDisk, unzipped + other.unzipped);
    }
}
