package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    /** A folder where the tests run. */
    private static final String HERE = "src";

    @TempDir
    private Path home;

    @BeforeEach
    void ship() throws IOException {
        System.setProperty("tritone.home", home.toString());
        Files.createDirectories(home.resolve("vocab").resolve(HERE));
    }

    @AfterEach
    void leave() {
        System.clearProperty("tritone.home");
    }

    @Test
    void whatIsTypedComesBeforeWhatShips() {
        assertThat(Home.find("vocab", HERE)).isEqualTo(Path.of(HERE));
        assertThat(Home.find("vocab", "nowhere")).isEqualTo(Path.of("nowhere"));
    }

    @Test
    void aDataSetOfTheSameNameIsNoVocabulary() throws IOException {
        assertThat(Home.find("vocab", HERE, path -> Home.isFileOrHas(path, "vocab.txt")))
                .isEqualTo(Path.of(HERE));

        Files.writeString(home.resolve("vocab").resolve(HERE).resolve("vocab.txt"), "words");

        assertThat(Home.find("vocab", HERE, path -> Home.isFileOrHas(path, "vocab.txt")))
                .isEqualTo(home.resolve("vocab").resolve(HERE));
    }
}
