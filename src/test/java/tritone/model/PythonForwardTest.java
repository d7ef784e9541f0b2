package tritone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tritone.Python;
import tritone.network.CellKind;
import tritone.network.CellSpec;
import tritone.network.Direction;
import tritone.network.NetworkSpec;
import tritone.network.Normalisation;
import tritone.network.Readout;
import tritone.tensors.Precision;

/** Every cell, way, readout, normalisation and precision against NumPy, where Python has it. */
class PythonForwardTest {
    private static final Path SCRIPT = Path.of("src/test/python/forward.py");

    @TempDir
    private Path folder;

    @BeforeAll
    static void python() throws InterruptedException {
        Python.assumeHas("numpy");
    }

    private String forward(List<String> models) throws IOException, InterruptedException {
        Path out = folder.resolve("probabilities.jsonl");
        List<String> command =
                new ArrayList<>(List.of("python3", SCRIPT.toAbsolutePath().toString(), "reviews.jsonl"));
        command.addAll(models);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("has ended").isTrue();
        assertThat(Files.readString(folder.resolve("errors"))).isEmpty();
        assertThat(process.exitValue()).isZero();
        return Files.readString(out);
    }

    private static Map<String, Model> models() {
        Map<String, Model> models = new LinkedHashMap<>();
        int next = 0;
        for (CellKind kind : CellKind.values()) {
            for (var variant : kind.variants().values()) {
                boolean bag = kind == CellKind.BAG;
                for (Readout readout : Readout.values()) {
                    if (readout != Readout.STATES) {
                        // Turning at different speeds, so that in the end every two of them have met.
                        int turn = next++;
                        Direction direction = bag ? Direction.FORWARD : Direction.values()[turn % 3];
                        CellSpec cell = new CellSpec(
                                variant,
                                bag ? TinyModels.EMBEDDING : 1 + turn % 5,
                                direction,
                                Normalisation.values()[turn / 2 % 3]);
                        NetworkSpec spec = new NetworkSpec(
                                TinyModels.vocabulary().size(),
                                TinyModels.EMBEDDING,
                                cell,
                                1 + turn / 3 % 3,
                                readout,
                                2 + turn % 4);
                        Precision precision = Precision.values()[turn / 5 % 3];
                        models.put(
                                variant + "-" + readout,
                                TinyModels.at(0.4 + turn % 7 / 3.0, TinyModels.of(kind, spec))
                                        .in(precision));
                    }
                }
            }
        }
        for (Precision precision : Precision.values()) {
            models.put(
                    "linear-2-" + precision, TinyModels.of(CellKind.LINEAR, 2).in(precision));
            models.put(
                    "linear-5-" + precision,
                    TinyModels.at(2.5, TinyModels.of(CellKind.LINEAR, 5)).in(precision));
        }
        return models;
    }

    @Test
    void agreesOnProbabilities() throws IOException, InterruptedException {
        Map<String, Model> models = models();
        ObjectMapper json = new ObjectMapper();
        StringBuilder reviews = new StringBuilder();
        for (int[] review : TinyModels.reviews(TinyModels.vocabulary().size())) {
            reviews.append(json.writeValueAsString(review)).append('\n');
        }
        Files.writeString(folder.resolve("reviews.jsonl"), reviews);
        for (Map.Entry<String, Model> named : models.entrySet()) {
            ModelFolder.write(named.getValue(), folder.resolve(named.getKey()), ModelFolder.More.NOTHING);
        }

        List<JsonNode> said = Reviews.lines(forward(List.copyOf(models.keySet())));

        assertThat(said).hasSameSizeAs(models.keySet());
        for (JsonNode one : said) {
            String name = one.get("model").textValue();
            float[] ours = TinyModels.probabilities(models.get(name));
            double[] doubles = new double[ours.length];
            Arrays.setAll(doubles, i -> ours[i]);
            assertThat(doubles).as(name).containsExactly(Reviews.flat(one.get("probabilities")), within(2e-6));
        }
    }
}
