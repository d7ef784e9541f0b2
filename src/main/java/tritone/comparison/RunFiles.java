package tritone.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tritone.files.WholeFile;

/** Notes about a run as files beside its model. What cannot be read any more counts as missing: it can be made again. */
final class RunFiles {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build();

    private RunFiles() {}

    static void write(Object notes, Path file) throws IOException {
        WholeFile.write(file, part -> Files.write(part, JSON.writeValueAsBytes(notes)));
    }

    static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), type));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
