package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tritone.corpus.CorpusFiles;

class BenchmarkTrainCommandTest {
    @TempDir
    private Path folder;

    private Path corpus() throws IOException {
        return CorpusFiles.write(folder, "films.tsv", "label\ttext\npos\tI liked it\nneg\tI did not\n");
    }

    @Test
    void trainsTheBag() throws IOException {
        Cli.Result result = Cli.run(
                "benchmark",
                "train",
                corpus(),
                "--cell",
                "bag",
                "--batches",
                "1",
                "--rounds",
                "2",
                "--warm-up",
                "1",
                "--json");

        assertThat(result.exitCode()).isZero();
        JsonNode bag = new ObjectMapper().readTree(result.out()).get("results").get(0);
        assertThat(bag.get("cell").asText()).isEqualTo("bag");
        assertThat(bag.get("loss").asDouble())
                .isPositive()
                .isLessThan(bag.get("first_loss").asDouble());
        assertThat(bag.get("share_of_peak").asDouble()).isZero();
    }

    @Test
    void deeplearning4jHasNoBag() throws IOException {
        assertThat(Cli.run("benchmark", "train", corpus(), "--engine", "dl4j", "--cell", "bag"))
                .isEqualTo(new Cli.Result(2, "", """
                        tritone: Deeplearning4j has no GRU and no bag of its own
                        Try 'tritone benchmark train --help'.
                        """));
    }
}
