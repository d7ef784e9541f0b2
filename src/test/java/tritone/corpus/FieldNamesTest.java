package tritone.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldNamesTest {
    @ParameterizedTest
    @EnumSource
    void areThoseThatTheirTableTells(Field field) throws IOException {
        String row = Files.readString(Path.of("corpora/README.md"))
                .lines()
                .filter(line -> line.startsWith("| " + field + " |"))
                .findFirst()
                .orElseThrow();

        assertThat(row.split("\\|")[2].strip()).isEqualTo(String.join(", ", field.names()));
    }
}
