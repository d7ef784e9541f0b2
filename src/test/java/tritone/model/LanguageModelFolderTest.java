package tritone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.kernel.CellVariant;
import tritone.network.CellSpec;
import tritone.network.Direction;
import tritone.network.LanguageModelShape;
import tritone.network.Normalisation;
import tritone.network.ParameterShape;
import tritone.tensors.Tensor;
import tritone.tensors.TensorFile;
import tritone.tensors.TensorFormatException;
import tritone.text.Chain;
import tritone.vocabulary.TokenCounts;
import tritone.vocabulary.Vocabulary;
import tritone.vocabulary.VocabularyFile;
import tritone.vocabulary.VocabularyFormatException;

class LanguageModelFolderTest {
    private static final String WEIGHTS = "language-model.safetensors";

    @TempDir
    private Path folder;

    private static Vocabulary vocabulary(String... tokens) {
        TokenCounts counts = new TokenCounts();
        List.of(tokens).forEach(token -> counts.add(token.toCharArray(), token.length()));
        return Vocabulary.of(Chain.DEFAULT, counts, 100, 1);
    }

    private static LanguageModel model(CellVariant variant, Direction direction) {
        Vocabulary vocabulary = vocabulary("film", "was", "film", "möwe");
        CellSpec cell = new CellSpec(variant, 2, direction, Normalisation.NONE);
        LanguageModelShape shape = new LanguageModelShape(vocabulary.size(), 3, cell);
        Random random = new Random(6);
        Map<String, float[]> weights = new HashMap<>();
        for (ParameterShape parameter : shape.parameters()) {
            float[] values = new float[parameter.length()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            weights.put(parameter.name(), values);
        }
        return new LanguageModel(shape, vocabulary, weights);
    }

    private Path written() throws IOException {
        return written("lm");
    }

    private Path written(String name) throws IOException {
        Path place = folder.resolve(name);
        LanguageModelFolder.write(model(CellVariant.LSTM_PEEPHOLE, Direction.BOTH), place, "# A card\n");
        return place;
    }

    static Stream<Arguments> everyCellEveryWay() {
        return Stream.of(CellVariant.values())
                .filter(variant -> variant != CellVariant.NONE)
                .flatMap(variant -> Stream.of(Direction.values()).map(way -> Arguments.of(variant, way)));
    }

    @ParameterizedTest
    @MethodSource("everyCellEveryWay")
    void whatIsWrittenIsRead(CellVariant variant, Direction direction) throws IOException {
        LanguageModel model = model(variant, direction);

        LanguageModelFolder.write(model, folder.resolve("lm"), "# A card\n");
        LanguageModel read = LanguageModelFolder.read(folder.resolve("lm"));

        assertThat(read.shape()).isEqualTo(model.shape());
        assertThat(read.vocabulary().sha256()).isEqualTo(model.vocabulary().sha256());
        assertThat(read.weights().keySet()).isEqualTo(model.weights().keySet());
        model.weights()
                .forEach((name, values) ->
                        assertThat(read.weights().get(name)).as(name).isEqualTo(values));
        assertThat(read.sum()).isEqualTo(model.sum());
        assertThat(folder.resolve("lm/README.md")).hasContent("# A card\n");
    }

    @Test
    void equalContentGivesEqualBytes() throws IOException {
        Path one = written("one");
        Path other = written("other");

        for (String name : List.of(WEIGHTS, VocabularyFile.NAME, "README.md")) {
            assertThat(other.resolve(name)).hasSameBinaryContentAs(one.resolve(name));
        }
    }

    @Test
    void theSumTellsModelsApart() {
        LanguageModel model = model(CellVariant.LSTM, Direction.FORWARD);
        String sum = model.sum();

        for (String name : model.weights().keySet()) {
            float[] values = model.weights().get(name);
            values[values.length - 1] = Math.nextUp(values[values.length - 1]);
            assertThat(model.sum()).as(name).isNotEqualTo(sum);
            values[values.length - 1] = Math.nextDown(values[values.length - 1]);
        }
        assertThat(model.sum()).isEqualTo(sum).hasSize(64);
        LanguageModel renamed =
                new LanguageModel(model.shape(), vocabulary("film", "war", "film", "möwe"), model.weights());
        assertThat(renamed.sum()).isNotEqualTo(sum);
    }

    @Test
    void isReplacedAsAWhole() throws IOException {
        Path place = written();
        Files.writeString(place.resolve("notes.txt"), "mine");

        LanguageModelFolder.write(model(CellVariant.GRU_RESET_AFTER, Direction.BACKWARD), place, "# Another\n");

        assertThat(LanguageModelFolder.read(place).shape().cell().variant()).isEqualTo(CellVariant.GRU_RESET_AFTER);
        assertThat(names(place)).containsExactly("README.md", WEIGHTS, VocabularyFile.NAME);
        assertThat(names(folder)).containsExactly("lm");
    }

    @Test
    void staysAsItWasIfItCannotBeReplaced() throws IOException {
        Path place = written();

        assertThatThrownBy(() -> LanguageModelFolder.write(model(CellVariant.LSTM, Direction.BOTH), place, null))
                .isInstanceOf(NullPointerException.class);

        assertThat(LanguageModelFolder.read(place).shape().cell().variant()).isEqualTo(CellVariant.LSTM_PEEPHOLE);
        assertThat(names(folder)).containsExactly("lm");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** What reading says, without the folder's name. */
    private static String refused(Path place) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(() -> LanguageModelFolder.read(place));
        assertThat(thrown)
                .as("refusal")
                .isInstanceOfAny(
                        ModelFormatException.class, TensorFormatException.class, VocabularyFormatException.class);
        assertThat(thrown.getMessage()).startsWith(place.toString()).doesNotContain("\n", "null", "Exception");
        return thrown.getMessage().substring(place.toString().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {WEIGHTS, VocabularyFile.NAME})
    void tellsThatAFileWasCutWhereverItWas(String name) throws IOException {
        Path place = written();
        byte[] whole = Files.readAllBytes(place.resolve(name));

        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(place.resolve(name), Arrays.copyOf(whole, length));

            assertThat(refused(place)).as("cut to %d bytes", length).startsWith("/");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WEIGHTS, VocabularyFile.NAME})
    void tellsThatABitWasFlippedWhereverItWas(String name) throws IOException {
        Path place = written();
        byte[] whole = Files.readAllBytes(place.resolve(name));
        Random random = new Random(1);

        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(place.resolve(name), flipped);

            boolean onlyACount = name.equals(VocabularyFile.NAME) && readsTheSameWords(place);
            assertThat(onlyACount || refused(place).startsWith("/"))
                    .as("flipped at %d", at)
                    .isTrue();
        }
    }

    private static boolean readsTheSameWords(Path place) throws IOException {
        try {
            String words =
                    VocabularyFile.read(place.resolve(VocabularyFile.NAME)).sha256();
            return words.equals(
                    model(CellVariant.LSTM, Direction.FORWARD).vocabulary().sha256());
        } catch (VocabularyFormatException e) {
            return false;
        }
    }

    @Test
    void aVocabularyOfTheSameSizeIsNotItsOwn() throws IOException {
        Path place = written();
        VocabularyFile.write(vocabulary("film", "was", "film", "meer"), place.resolve(VocabularyFile.NAME));

        assertThat(refused(place))
                .isEqualTo("/" + WEIGHTS + ": does not fit its vocabulary or is damaged: its checksum differs");
    }

    @Test
    void whatIsNoLanguageModelIsOneSentence() throws IOException {
        assertThatThrownBy(() -> LanguageModelFolder.read(folder.resolve("nowhere")))
                .isInstanceOf(NoSuchFileException.class);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(refused(empty)).isEqualTo(": is no language model: there is no " + WEIGHTS + " in it");
        Path file = Files.writeString(folder.resolve("file"), "text");
        assertThat(refused(file)).contains("is no language model");
        Path strange = Files.createDirectory(folder.resolve("strange"));
        TensorFile.write(strange.resolve(WEIGHTS), Map.of("a", Tensor.ofFloats(new float[1], 1)), Map.of());
        assertThat(refused(strange)).isEqualTo("/" + WEIGHTS + ": is no language model's, or a newer Tritone's");
        Path wordless = written("wordless");
        Files.delete(wordless.resolve(VocabularyFile.NAME));
        assertThatThrownBy(() -> LanguageModelFolder.read(wordless)).isInstanceOf(NoSuchFileException.class);
        assertThat(LanguageModelFolder.isLanguageModel(wordless)).isTrue();
        assertThat(LanguageModelFolder.isLanguageModel(empty)).isFalse();
    }

    /** Spoils what is stored and writes it with a sum that fits. */
    private Path spoilt(BiConsumer<Map<String, Tensor>, Map<String, String>> spoiling) throws IOException {
        Path place = written("spoilt");
        TensorFile stored = TensorFile.read(place.resolve(WEIGHTS));
        Map<String, Tensor> tensors = new LinkedHashMap<>(stored.tensors());
        Map<String, String> texts = new HashMap<>(stored.metadata());
        spoiling.accept(tensors, texts);
        CRC32C sum = new CRC32C();
        new java.util.TreeMap<>(tensors).forEach((name, tensor) -> {
            sum.update((name + tensor.shape()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            sum.update(tensor.data());
        });
        Vocabulary vocabulary = VocabularyFile.read(place.resolve(VocabularyFile.NAME));
        sum.update(vocabulary.sha256().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        texts.put("checksum", Long.toHexString(sum.getValue()));
        TensorFile.write(place.resolve(WEIGHTS), tensors, texts);
        return place;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "variant | elman | expected a variant that this Tritone knows but found elman",
                "variant | none | expected 0.RW of 0 columns but found [2, 8]",
                "variant | gru-reset-before | expected 0.RW of 6 columns but found [2, 8]",
                "direction | sideways | expected a direction that this Tritone knows but found sideways",
                "direction | FORWARD | expected a direction that this Tritone knows but found FORWARD",
                "format | tritone language model 2 | is no language model's, or a newer Tritone's"
            })
    void whatTheTextsSayMustBeKnown(String text, String value, String sentence) throws IOException {
        assertThat(refused(spoilt((tensors, texts) -> texts.put(text, value))))
                .isEqualTo("/" + WEIGHTS + ": " + sentence);
    }

    @ParameterizedTest
    @CsvSource({"variant, expected its variant but found none", "direction, expected its direction but found none"})
    void whatTheTextsDoNotSayIsMissed(String text, String sentence) throws IOException {
        assertThat(refused(spoilt((tensors, texts) -> texts.remove(text)))).isEqualTo("/" + WEIGHTS + ": " + sentence);
    }

    @Test
    void everyArrayMustBeThere() throws IOException {
        for (String name :
                model(CellVariant.LSTM_PEEPHOLE, Direction.BOTH).weights().keySet()) {
            assertThat(refused(spoilt((tensors, texts) -> tensors.remove(name))))
                    .contains(name);
        }
    }

    @Test
    void everyArrayMustHaveItsShapeAndType() throws IOException {
        Map<String, float[]> weights =
                model(CellVariant.LSTM_PEEPHOLE, Direction.BOTH).weights();
        for (Map.Entry<String, float[]> entry : weights.entrySet()) {
            String name = entry.getKey();
            int length = entry.getValue().length;
            List<Tensor> others = List.of(
                    Tensor.ofFloats(entry.getValue(), length),
                    Tensor.ofFloats(entry.getValue(), length, 1, 1),
                    Tensor.ofFloats(new float[length + 7], length + 7, 1),
                    Tensor.ofFloats(new float[0], 0, 3),
                    Tensor.ofFloats(new float[0], 3, 0),
                    Tensor.ofFloats(new float[0], Integer.MAX_VALUE, 0),
                    Tensor.ofFloats(new float[0], 0, Integer.MAX_VALUE),
                    Tensor.ofFloats(new float[0], 1 << 30, 0));
            for (Tensor other : others) {
                assertThat(refused(spoilt((tensors, texts) -> tensors.put(name, other))))
                        .as("%s %s", name, other.shape())
                        .doesNotContain("overflow");
            }
            assertThat(refused(spoilt((tensors, texts) ->
                            tensors.put(name, Tensor.ofBytes(new byte[length], shape(tensors.get(name)))))))
                    .contains("expected " + name + " of type F32 or F16 but found I8");
        }
    }

    private static int[] shape(Tensor tensor) {
        return tensor.shape().stream().mapToInt(Integer::intValue).toArray();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void everyNumberMustBeOne(float value) throws IOException {
        for (String name :
                model(CellVariant.LSTM_PEEPHOLE, Direction.BOTH).weights().keySet()) {
            String refusal = refused(spoilt((tensors, texts) -> {
                float[] values = tensors.get(name).floats();
                values[0] = value;
                tensors.put(name, Tensor.ofFloats(values, shape(tensors.get(name))));
            }));
            assertThat(refusal).endsWith(name + "[0] must be a finite number but was " + value);
        }
    }

    @Test
    void readsHalves() throws IOException {
        Path place = spoilt((tensors, texts) ->
                tensors.replaceAll((name, tensor) -> Tensor.ofHalves(tensor.floats(), shape(tensor))));

        LanguageModel read = LanguageModelFolder.read(place);

        LanguageModel model = model(CellVariant.LSTM_PEEPHOLE, Direction.BOTH);
        assertThat(read.weights().get("0.E"))
                .usingComparatorWithPrecision(0.002f)
                .containsExactly(model.weights().get("0.E"));
    }

    @Test
    void whoTakesItForAClassifierIsToldWhatItIs() throws IOException {
        Path place = written();

        assertThatThrownBy(() -> ModelFolder.read(place))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(place + ": is a language model and knows no labels: a classifier begins with it, by 'train"
                        + " --from'");
    }
}
