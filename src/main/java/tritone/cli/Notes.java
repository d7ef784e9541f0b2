package tritone.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What the maker of a model wants its card to say. */
final class Notes {
    private static final int MOST_BYTES = 1 << 20;

    private Notes() {}

    /** The text of a file; none without a file. */
    static Optional<String> read(CommandLine command, Path file) throws IOException {
        if (file == null) {
            return Optional.empty();
        }
        if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
            throw new ParameterException(
                    command,
                    "--notes must be at most " + MOST_BYTES + " bytes but " + file + " is " + Files.size(file));
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new ParameterException(command, "--notes must be UTF-8 but " + file + " is not");
        }
    }
}
