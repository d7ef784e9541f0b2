package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be written is said before hours were spent on it. */
class OutputPlaceTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"train", "pretrain vectors", "pretrain language-model"})
    void aFileOnTheWayToTheOutputIsSaidAtOnce(String command) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        List<Object> words = new ArrayList<>(List.of((Object[]) command.split(" ")));
        words.addAll(List.of(folder.resolve("not-read-yet.tsv"), "--output", file.resolve("models/mine")));

        TinyCorpora.assertFails(1, file + ": is a file where a folder is needed", words.toArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "pretrain vectors", "pretrain language-model"})
    void aCorpusWithoutANameIsWrongUsage(String command) {
        List<Object> words = new ArrayList<>(List.of((Object[]) command.split(" ")));
        words.addAll(List.of(" ", "--output", folder.resolve("mine")));

        TinyCorpora.assertFails(2, "CORPUS must be a file, a folder or - but was empty", words.toArray());
    }

    @Test
    void aModelThatIsMadeSmallerInItsOwnPlaceIsMeasuredAsItWas() throws IOException {
        Path films = TinyCorpora.decided(folder.resolve("films.tsv"), 40, "pos", "neg");
        Path model = folder.resolve("model");
        TinyCorpora.train(model, films, "--cell", "bag", "--embedding", "16", "--epochs", "1");

        var report = TinyCorpora.json(
                "model", "quantize", model, films, "--to", "int8", "--output", model, "--replace", "--json");

        assertThat(report.get("after").get("bytes").asLong())
                .isLessThan(report.get("before").get("bytes").asLong());
    }
}
