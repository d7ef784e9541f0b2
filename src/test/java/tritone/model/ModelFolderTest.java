package tritone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.network.CellKind;
import tritone.tensors.Precision;
import tritone.tensors.TensorFile;
import tritone.vocabulary.Vocabulary;

class ModelFolderTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> models() {
        List<Arguments> models = new ArrayList<>();
        for (Precision precision : Precision.values()) {
            for (CellKind kind : CellKind.values()) {
                models.add(Arguments.of(kind, 2, precision));
                models.add(Arguments.of(kind, 5, precision));
            }
        }
        return models.stream();
    }

    private Path write(Model model, String name) throws IOException {
        ModelFolder.write(model, folder.resolve(name), ModelFolder.More.NOTHING);
        return folder.resolve(name);
    }

    private static List<String> tokens(Vocabulary vocabulary) {
        return Stream.iterate(2, id -> id < vocabulary.size(), id -> id + 1)
                .map(id -> vocabulary.token(id) + " " + vocabulary.count(id))
                .toList();
    }

    private static void assertSame(Model read, Model written) {
        assertThat(read.architecture()).isEqualTo(written.architecture());
        assertThat(read.training()).isEqualTo(written.training());
        assertThat(read.training().plan().keySet())
                .containsExactlyElementsOf(written.training().plan().keySet());
        assertThat(read.provenance()).isEqualTo(written.provenance());
        assertThat(read.weights()).isEqualTo(written.weights());
        assertThat(read.weights().keySet())
                .containsExactlyElementsOf(written.weights().keySet());
        assertThat(read.vocabulary().chain()).isEqualTo(written.vocabulary().chain());
        assertThat(read.vocabulary().tokensCounted())
                .isEqualTo(written.vocabulary().tokensCounted());
        assertThat(tokens(read.vocabulary())).isEqualTo(tokens(written.vocabulary()));
    }

    /** Every file below a folder and its bytes. */
    private static Map<String, List<Byte>> bytes(Path below) throws IOException {
        Map<String, List<Byte>> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(below)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                List<Byte> own = new ArrayList<>();
                for (byte value : Files.readAllBytes(file)) {
                    own.add(value);
                }
                bytes.put(below.relativize(file).toString(), own);
            }
        }
        return bytes;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatIsReadIsWhatWasWritten(CellKind kind, int classes, Precision precision) throws IOException {
        Model model =
                TinyModels.at(Math.PI / classes, TinyModels.of(kind, classes)).in(precision);

        Path written = write(model, "model");

        assertSame(ModelFolder.read(written), model);
        assertSame(ModelFolder.verify(written), model);
        assertThat(ModelFolder.read(written).precision()).isEqualTo(precision);
        assertThat(TinyModels.probabilities(ModelFolder.read(written))).isEqualTo(TinyModels.probabilities(model));
        assertThat(ModelFolder.isModel(written)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatIsOpenedForAnAnswerHasTheTemperatureToo(CellKind kind, int classes, Precision precision)
            throws IOException {
        Model plain = TinyModels.of(kind, classes).in(precision);
        for (double temperature : new double[] {1, 2, 1.0 / 3}) {
            Model model = TinyModels.at(temperature, plain);
            Path written = write(model, "model");

            OpenModel open = ModelFolder.open(written, Arithmetic.SCALAR, Workers.NONE);

            float[] probabilities =
                    open.probabilities(TinyModels.reviews(model.vocabulary().size()));
            assertThat(probabilities).isEqualTo(TinyModels.probabilities(model));
            assertThat(Arrays.equals(probabilities, TinyModels.probabilities(plain)))
                    .isEqualTo(temperature == 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void everyWeightThereCanBeIsReadAgain(Precision precision) throws IOException {
        Model model = TinyModels.rich().in(precision);

        assertSame(ModelFolder.read(write(model, "model")), model);
    }

    @ParameterizedTest
    @MethodSource("models")
    void equalModelsGiveEqualBytes(CellKind kind, int classes, Precision precision) throws IOException {
        Path first = write(TinyModels.of(kind, classes).in(precision), "first/model");
        Path second = write(TinyModels.of(kind, classes).in(precision), "second/model");
        Path again = write(ModelFolder.read(first), "again/model");

        assertThat(bytes(second)).isEqualTo(bytes(first));
        assertThat(bytes(again)).isEqualTo(bytes(first));
    }

    @Test
    void holdsTheFilesOfTheDesignAndNoOther() throws IOException {
        assertThat(bytes(write(TinyModels.of(CellKind.GRU, 2), "model")).keySet())
                .containsExactly("README.md", "config.json", "model.safetensors", "vocab.txt");
        assertThat(names()).containsExactly("model");
    }

    @Test
    void replacesAModelAsAWhole() throws IOException {
        write(TinyModels.of(CellKind.GRU, 2), "model");
        Files.writeString(folder.resolve("model/notes.txt"), "of the old one");

        write(TinyModels.of(CellKind.LINEAR, 5), "model");

        assertThat(folder.resolve("model/notes.txt")).doesNotExist();
        assertSame(ModelFolder.read(folder.resolve("model")), TinyModels.of(CellKind.LINEAR, 5));
        assertThat(names()).containsExactly("model");
    }

    @Test
    void aFailureLeavesTheOldModelAndNothingElse() throws IOException {
        Path model = write(TinyModels.of(CellKind.GRU, 2), "model");
        Map<String, List<Byte>> before = bytes(folder);

        assertThatThrownBy(() -> ModelFolder.write(TinyModels.of(CellKind.BAG, 2), model, part -> {
                    Files.writeString(part.resolve("plan.yaml"), "cell: bag");
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThatThrownBy(() -> ModelFolder.write(
                        TinyModels.of(CellKind.BAG, 2),
                        model,
                        part -> Files.createDirectory(part.resolve(ConfigFile.NAME))))
                .isInstanceOf(IOException.class);

        assertThat(bytes(folder)).isEqualTo(before);
        assertThat(names()).containsExactly("model");
    }

    @Test
    void aFailureWithoutAnOldModelLeavesNothing() throws IOException {
        assertThatThrownBy(() -> ModelFolder.write(TinyModels.of(CellKind.BAG, 2), folder.resolve("new"), part -> {
                    throw new IllegalStateException("of no importance");
                }))
                .hasMessage("of no importance");

        assertThat(names()).isEmpty();
    }

    @Test
    void carriesTheOtherFilesOfAModelOver() throws IOException {
        Path old = folder.resolve("old");
        ModelFolder.write(
                TinyModels.of(CellKind.GRU, 2), old, part -> Files.writeString(part.resolve("plan.yaml"), "cell: gru"));
        Files.createDirectory(old.resolve("reports"));

        Path smaller = folder.resolve("smaller");
        Model model = ModelFolder.read(old).in(Precision.INT8);
        ModelFolder.write(model, smaller, ModelFolder.copying(old));

        assertThat(bytes(smaller).keySet())
                .containsExactly("README.md", "config.json", "model.safetensors", "plan.yaml", "vocab.txt");
        assertThat(smaller.resolve("plan.yaml")).hasContent("cell: gru");
        assertSame(ModelFolder.verify(smaller), model);
    }

    @Test
    void canBeReplacedByAnotherPrecisionOfItself() throws IOException {
        Path model = write(TinyModels.of(CellKind.LSTM, 2), "model");
        Files.writeString(model.resolve("plan.yaml"), "cell: lstm");

        ModelFolder.write(ModelFolder.read(model).in(Precision.FLOAT16), model, ModelFolder.copying(model));

        assertThat(ModelFolder.verify(model).precision()).isEqualTo(Precision.FLOAT16);
        assertThat(model.resolve("plan.yaml")).exists();
    }

    @Test
    void theWeightsAreAPlainTensorFile() throws IOException {
        Model model = TinyModels.of(CellKind.GRU, 2);

        TensorFile file = TensorFile.read(write(model, "model").resolve("model.safetensors"));

        assertThat(file.tensors()).isEqualTo(model.weights());
        assertThat(file.tensors().keySet()).containsExactly("0.E", "0.W", "0.RW", "0.b", "1.W", "1.b");
        assertThat(file.metadata()).containsExactly(Map.entry("format", "tritone"));
    }

    @Test
    void takesAFolderAlsoByAPathThatGoesBack() throws IOException {
        Path roundabout = folder.resolve("elsewhere").resolve("..").resolve("model");
        Files.createDirectory(folder.resolve("elsewhere"));

        ModelFolder.write(TinyModels.of(CellKind.BAG, 2), roundabout, ModelFolder.More.NOTHING);

        assertThat(ModelFolder.read(folder.resolve("model")).architecture().cell())
                .isEqualTo(CellKind.BAG);
    }
}
