package tritone.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * Standard output that remembers why it could not be written, which a {@code PrintWriter} does not tell. A reader that has
 * gone, as {@code head} does, is no failure: it has what it wanted.
 */
final class StandardStream extends FileOutputStream {
    private String failure;

    StandardStream(FileDescriptor descriptor) {
        super(descriptor);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            super.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e.getMessage();
            throw e;
        }
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure).filter(reason -> !reason.contains("Broken pipe"));
    }
}
