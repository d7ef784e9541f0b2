package tritone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.tensors.Precision;

/**
 * Models that were trained and written once, and what {@code src/test/python/forward.py} computes of them with NumPy. Later
 * versions must still read them.
 */
class GoldenModelsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/tritone/model/golden");

    /** NumPy computes in double precision. */
    private static final double TOLERANCE = 2e-6;

    static Stream<Named<JsonNode>> models() throws IOException {
        return Reviews.lines(Files.readString(GOLDEN.resolve("probabilities.jsonl"))).stream()
                .map(said -> Named.of(said.get("model").textValue(), said));
    }

    private static Path folder(JsonNode said) {
        return GOLDEN.resolve(said.get("model").textValue());
    }

    private static float[] floats(Model model, Arithmetic arithmetic) throws IOException {
        int[][] reviews = Reviews.read(GOLDEN.resolve("reviews.jsonl")).ids(model.vocabulary());
        return model.open(arithmetic, Workers.NONE).probabilities(reviews);
    }

    private static double[] probabilities(Model model, Arithmetic arithmetic) throws IOException {
        float[] probabilities = floats(model, arithmetic);
        double[] doubles = new double[probabilities.length];
        Arrays.setAll(doubles, i -> probabilities[i]);
        return doubles;
    }

    @Test
    void everyStoredModelIsLookedAt() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            assertThat(folders.filter(Files::isDirectory).map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrderElementsOf(
                            models().map(Named::getName).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void sayWhatNumPyComputes(JsonNode said) throws IOException {
        Model model = ModelFolder.read(folder(said));

        double[] expected = Reviews.flat(said.get("probabilities"));
        assertThat(probabilities(model, Arithmetic.SCALAR)).containsExactly(expected, within(TOLERANCE));
        assertThat(probabilities(model, Arithmetic.fastest())).containsExactly(expected, within(TOLERANCE));
    }

    /** {@code bits.jsonl} was written when these models were new; a line is added with a model and never changed. */
    @Test
    void giveTheBitsThatTheyAlwaysGave() throws IOException {
        List<JsonNode> stored = Reviews.lines(Files.readString(GOLDEN.resolve("bits.jsonl")));

        assertThat(stored).hasSameSizeAs(models().toList());
        for (JsonNode golden : stored) {
            List<String> bits = new ArrayList<>();
            for (float probability : floats(ModelFolder.read(folder(golden)), Arithmetic.fastest())) {
                bits.add(HexFormat.of().toHexDigits(Float.floatToIntBits(probability)));
            }
            assertThat(golden.get("bits"))
                    .as(golden.get("model").textValue())
                    .extracting(JsonNode::textValue)
                    .isEqualTo(bits);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void keepTheirBitsWhenTheyAreWrittenAgain(JsonNode said, @TempDir Path folder) throws IOException {
        Model stored = ModelFolder.read(folder(said));
        Path again = folder.resolve("again");

        ModelFolder.write(stored, again, ModelFolder.copying(folder(said)));

        assertThat(Files.readString(again.resolve("config.json"))).contains("\"format\" : 2,", "\"temperature\" : ");
        assertThat(ModelFolder.verify(again).architecture()).isEqualTo(stored.architecture());
        assertThat(floats(ModelFolder.read(again), Arithmetic.SCALAR)).isEqualTo(floats(stored, Arithmetic.SCALAR));
    }

    @Test
    void beforeFormat2TheirTemperatureIsOne() throws IOException {
        int first = 0;
        for (Named<JsonNode> said : models().toList()) {
            Path config = folder(said.getPayload()).resolve("config.json");
            if (Files.readString(config).contains("\"format\" : 1,")) {
                first++;
                Model model = ModelFolder.read(folder(said.getPayload()));
                assertThat(model.architecture().temperature()).isEqualTo(1);
                assertThat(model.training().uncalibrated()).isEmpty();
                assertThat(model.training().validation()).isPresent();
            }
        }
        assertThat(first).isEqualTo(14);
    }

    @ParameterizedTest
    @MethodSource("models")
    void knowTheSameWords(JsonNode said) throws IOException {
        Model model = ModelFolder.read(folder(said));

        double[] ids = Arrays.stream(
                        Reviews.read(GOLDEN.resolve("reviews.jsonl")).ids(model.vocabulary()))
                .flatMapToInt(Arrays::stream)
                .asDoubleStream()
                .toArray();
        assertThat(ids).containsExactly(Reviews.flat(said.get("ids")));
    }

    @ParameterizedTest
    @MethodSource("models")
    void areWholeAndHaveACard(JsonNode said) throws IOException {
        Model model = ModelFolder.verify(folder(said));

        assertThat(ModelFolder.card(folder(said)))
                .contains("# " + said.get("model").textValue())
                .contains(model.provenance().command());
    }

    @Test
    void tellReviewsApart() throws IOException {
        for (Named<JsonNode> said : models().toList()) {
            double[] all = Reviews.flat(said.getPayload().get("probabilities"));
            assertThat(Arrays.stream(all).max().orElseThrow()
                            - Arrays.stream(all).min().orElseThrow())
                    .as(said.getName())
                    .isGreaterThan(0.05);
        }
    }

    @Test
    void coverEveryPrecisionAndEveryCell() throws IOException {
        List<Model> models =
                models().map(said -> read(folder(said.getPayload()))).toList();

        assertThat(models.stream().map(Model::precision)).contains(Precision.values());
        assertThat(models.stream().map(model -> model.architecture().cell()))
                .contains(tritone.network.CellKind.values());
        assertThat(models.stream()
                        .map(model -> model.architecture().network().stream().toList())
                        .flatMap(Collection::stream)
                        .map(spec -> spec.cell().variant()))
                .contains(tritone.kernel.CellVariant.values());
    }

    private static Model read(Path folder) {
        try {
            return ModelFolder.read(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
