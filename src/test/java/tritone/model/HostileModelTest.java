package tritone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.network.CellKind;
import tritone.tensors.Precision;
import tritone.tensors.Tensor;

/** Files that fit their sums and were made to do harm. */
class HostileModelTest {
    /** What reading a small model takes anyway, with room: buffers for sums, tables of a vocabulary. */
    private static final long ANYWAY = 4 << 20;

    private static final int TIMES = 30;

    @TempDir
    private Path folder;

    private Spoilt model(CellKind kind) throws IOException {
        return Spoilt.of(TinyModels.of(kind, 2).in(Precision.INT8), folder.resolve(kind.toString()));
    }

    private static String refused(Spoilt spoilt) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        String complaint = spoilt.complaint().orElseThrow(() -> new AssertionError("expected to be refused"));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .as("bytes of memory")
                .isLessThan(ANYWAY + TIMES * size(spoilt));
        return complaint;
    }

    private static long size(Spoilt spoilt) throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.list(spoilt.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                size += Files.size(file);
            }
        }
        return size;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "architecture/network/cell/units | 0 | units must be at least 1 but was 0",
                "architecture/network/cell/units | -1 | units must be at least 1 but was -1",
                "architecture/network/embedding | -2147483648 | embedding must be at least 1 but was -2147483648",
                "architecture/network/vocabulary | 0 | vocabulary must be at least 1 but was 0",
                "architecture/network/levels | 0 | levels must be at least 1 but was 0",
                "architecture/network/classes | 1 | classes must be at least 2 but was 1",
                "architecture/network/classes | 2147483647 | the network must tell 2 classes apart but does 2147483647",
                "architecture/network/readout | \"states\" | a network's readout must make one vector of the states",
                "architecture/network/cell/variant | \"gru-reset-after\" |"
                        + " the variant of a lstm must be one of [lstm, lstm-peephole] but was gru-reset-after",
                "architecture/network/cell/variant | \"none\" |"
                        + " without a cell the units must be as many as the inputs, 3, but were 2",
                "architecture/truncation/max_tokens | 0 | maxTokens must be at least 1 but was 0",
                "architecture/truncation/max_tokens | -40 | maxTokens must be at least 1 but was -40",
                "architecture/labels | [] | labels must be at least 2 but were 0",
                "architecture/labels | [\"\\u001b[2J\"] | labels must be at least 2 but were 1",
                "architecture/labels | [\"a\", \"b\", \"c\"] | the network must tell 3 classes apart but does 2",
                "architecture/labels | [\"\", \" \"] | labels must differ but   is there twice",
                "architecture/labels | [\"a\\u001b\\n\", \"A\\u001b \"] | labels must differ but A\\u001b  is there twice",
                "architecture/network | null | a network must belong to every cell but linear",
                "architecture/temperature | 0 | temperature must be in [0.01, 100.0] but was 0.0",
                "architecture/temperature | 0.0 | temperature must be in [0.01, 100.0] but was 0.0",
                "architecture/temperature | -1.5 | temperature must be in [0.01, 100.0] but was -1.5",
                "architecture/temperature | 1e300 | temperature must be in [0.01, 100.0] but was 1.0E300",
                "architecture/temperature | 1e-300 | temperature must be in [0.01, 100.0] but was 1.0E-300",
                "architecture/temperature | 101 | temperature must be in [0.01, 100.0] but was 101.0",
                "architecture/cell | \"linear\" | a network must belong to every cell but linear",
                "training/validation/accuracy/low | 1.5 | value must be in [1.5, 0.92",
                "training/validation/confusion | [] | validation figures must count 8 reviews by their label and",
                "training/validation/confusion | [[3], [5]] | validation figures must count 8 reviews by their label",
                "training/validation/confusion | [[-1, 5], [2, 2]] | validation figures must count 8 reviews by their",
                "training/validation/confusion | [[2147483647, 2147483647], [5, 5]] | validation figures must count 8",
                "training/validation/reviews | 7 | validation figures must count 7 reviews by their label and the one",
                "training/validation/classes | [] | validation figures must be of 2 classes but are of 0",
            })
    void saysWhichValueCannotBe(String path, String value, String problem) throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        spoilt.put(path, value);

        assertThat(refused(spoilt)).startsWith("/config.json: " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "architecture/network/cell/units | 2147483648",
                "architecture/network/cell/units | 99999999999999999999999",
                "architecture/network/cell/units | 2.5",
                "architecture/network/cell/units | 2.0",
                "architecture/network/cell/units | 1e3",
                "architecture/network/cell/units | \"2\"",
                "architecture/network/cell/units | null",
                "architecture/network/cell/units | true",
                "architecture/network/cell/units | [2]",
                "architecture/network/cell/units | {}",
                "architecture/network/cell/variant | \"transformer\"",
                "architecture/network/cell/variant | \"LSTM\"",
                "architecture/network/cell/variant | \"\"",
                "architecture/network/cell/variant | 2",
                "architecture/network/cell/variant | null",
                "architecture/network/cell/direction | \"sideways\\u001b[2J\"",
                "architecture/network/cell/normalisation | \"group\"",
                "architecture/network/readout | \"first\"",
                "architecture/network | []",
                "architecture/cell | \"transformer\"",
                "architecture/cell | 1",
                "architecture/labels | null",
                "architecture/labels | [null, \"pos\"]",
                "architecture/labels | \"pos\"",
                "architecture/truncation/keep | \"middle\"",
                "architecture/truncation/max_tokens | 1e999",
                "architecture/truncation | null",
                "architecture/temperature | null",
                "architecture/temperature | \"1.5\"",
                "architecture/temperature | [1.5]",
                "architecture/temperature | true",
                "architecture | null",
                "architecture | []",
                "training | null",
                "training/plan | null",
                "training/plan | []",
                "training/epochs | [null]",
                "training/epochs | [{}]",
                "training/validation/confusion | [null]",
                "training/validation/confusion | [[null]]",
                "training/validation/classes | [null, null]",
                "training/validation/accuracy | null",
                "training/best_epoch | \"two\"",
                "training/uncalibrated | []",
                "training/uncalibrated/log_loss | null",
                "training/slices | null",
                "training/slices/lengths | null",
                "training/slices/lengths | [null]",
                "training/slices/ratings | {}",
                "training/slices/ratings/0/accuracy | null",
                "provenance/software | null",
                "provenance/software/libraries | null",
                "provenance/corpora | [null]",
                "provenance/command | null",
                "provenance/threads | 1e10",
                "provenance | null",
                "files | null",
                "files | []",
                "files/vocab.txt/bytes | 1e30",
                "files/vocab.txt/bytes | 9223372036854775808",
                "files/vocab.txt/crc32c | null",
            })
    void saysWhereSomethingIsWrong(String path, String value) throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        spoilt.put(path, value);

        assertThat(refused(spoilt))
                .startsWith("/config.json: expected what a model's must hold but something is wrong or missing at ")
                .contains(path.split("/")[0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "architecture/network/cell/units | 2147483647 | config.json: describes a network of more numbers than",
                "architecture/network/cell/units | 1000000000 | config.json: describes a network of more numbers than",
                "architecture/network/cell/units | 46341 | model.safetensors: RW must hold at most 2147483647 numbers",
                "architecture/network/cell/units | 3 | model.safetensors: expected 0.W of shape [3, 12]",
                "architecture/network/embedding | 2147483647 | model.safetensors: 0.E must hold at most 2147483647",
                "architecture/network/embedding | 238609294 | model.safetensors: expected 0.E of shape [9, 238609294]",
                "architecture/network/levels | 2147483647 | model.safetensors: expected weights of 2147483647 levels",
                "architecture/network/levels | 10 | model.safetensors: expected 1.W of shape [2, 8]",
                "architecture/network/vocabulary | 2147483647 | vocab.txt: expected 2147483647 ids but found 9",
                "architecture/network/vocabulary | 8 | vocab.txt: expected 8 ids but found 9",
                "architecture/network/cell/variant | \"lstm-peephole\" | model.safetensors: the array 0.P is missing",
                "architecture/network/cell/direction | \"both\" | model.safetensors: the array 0.backW is missing",
                "architecture/network/cell/normalisation | \"batch\" | model.safetensors: the array 0.g is missing",
                "architecture/network/readout | \"attention\" | model.safetensors: the array 0.q is missing",
                "architecture/network/readout | \"last-mean-max\" | model.safetensors: expected 1.W of shape [6, 1]",
                "files/vocab.txt/bytes | 9223372036854775807 | vocab.txt: expected 9223372036854775807 bytes but found",
                "files/vocab.txt/bytes | -1 | vocab.txt: expected -1 bytes but found",
                "files/vocab.txt/crc32c | \"\\u001b[2J\" | vocab.txt: is not the file that was written",
                "files/model.safetensors | null | config.json: says nothing of model.safetensors",
                "files | {} | config.json: says nothing of vocab.txt",
            })
    void seesThatTheFilesAreAnothers(String path, String value, String problem) throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        spoilt.put(path, value);

        assertThat(refused(spoilt)).startsWith("/" + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.0", "-1", "1e300", "1e999", "1e-9", "NaN", "\"1\"", "null", "true", "[]"})
    void anAnswerIsRefusedAtTheSameTemperatures(String temperature) throws IOException {
        for (CellKind kind : List.of(CellKind.BAG, CellKind.LINEAR)) {
            Spoilt spoilt = model(kind);
            spoilt.text(body -> body.replace("\"temperature\" : 1.0", "\"temperature\" : " + temperature));

            String whenRead = refused(spoilt);
            assertThatThrownBy(() -> ModelFolder.open(spoilt.folder(), Arithmetic.SCALAR, Workers.NONE))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessage(spoilt.folder() + whenRead);
        }
    }

    /** A file is held to the format that it says it is in. */
    @ParameterizedTest
    @CsvSource({
        "format, 2, architecture",
        "architecture/temperature, 1.5, architecture",
        "training/slices, {}, training"
    })
    void takesNoFormatForTheOther(String path, String value, String place) throws IOException {
        Path old = Path.of("src/test/resources/tritone/model/golden/bag");
        Files.createDirectory(folder.resolve("old"));
        ModelFolder.copying(old).into(folder.resolve("old"));
        Files.copy(old.resolve("config.json"), folder.resolve("old/config.json"));
        Files.copy(old.resolve("README.md"), folder.resolve("old/README.md"));
        Spoilt spoilt = new Spoilt(folder.resolve("old"));
        assertThat(spoilt.complaint()).isEmpty();

        spoilt.put(path, value);

        assertThat(refused(spoilt))
                .startsWith("/config.json: expected what a model's must hold but something is wrong or missing at "
                        + place);
    }

    @Test
    void comparesTheSlowSumOnlyWhenAsked() throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        spoilt.put("files/vocab.txt/sha256", "\"00\"");

        assertThat(spoilt.complaintOfReading()).isEmpty();
        assertThatThrownBy(() -> ModelFolder.verify(spoilt.folder()))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(spoilt.file("vocab.txt") + ": is not the file that was written: its SHA-256 differs");
    }

    @Test
    void wantsEveryFieldOnceAndNoOther() throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        String body = spoilt.body();
        List<String> fields =
                body.lines().filter(line -> line.matches("  +\"[a-z_]+\" : .*")).toList();
        assertThat(fields).hasSizeGreaterThan(60);

        for (String field : fields) {
            String name = field.replaceAll("^ +\"([a-z_]+)\".*", "$1");
            spoilt.writeBody(
                    body.replace(field, field.replace(name, name + "\\u001b")).getBytes(StandardCharsets.UTF_8));
            boolean free = field.contains("\"corpus\"") || field.matches(".*\"(nd4j|lucene|cell)\" : \"[a-z0-9.]+\",?");
            assertThat(free || spoilt.complaint().isPresent())
                    .as("without " + name)
                    .isTrue();
            spoilt.writeBody(
                    body.replace(field, "  \"" + name + "\" : 1,\n" + field).getBytes(StandardCharsets.UTF_8));
            refused(spoilt);
        }
        spoilt.writeBody((body + ",\n  \"\\u001b[2J" + "x".repeat(999) + "\" : {}").getBytes(StandardCharsets.UTF_8));
        assertThat(refused(spoilt)).endsWith("at \\u001b[2J" + "x".repeat(36) + "...");
    }

    @Test
    void followsNoNesting() throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        String body = spoilt.body();
        for (int depth : new int[] {10, 900, 1100, 1_000_000}) {
            for (String bracket : List.of("[", "{\"a\":")) {
                String nested = bracket.repeat(depth) + "1" + (bracket.equals("[") ? "]" : "}").repeat(depth);
                spoilt.writeBody(body.replace("\"training\" : {", "\"extra\" : " + nested + ", \"training\" : {")
                        .getBytes(StandardCharsets.UTF_8));
                refused(spoilt);
                spoilt.writeBody(body.replace("\"labels\" : [", "\"labels\" : [" + nested + ", ")
                        .getBytes(StandardCharsets.UTF_8));
                refused(spoilt);
                Files.writeString(spoilt.file("config.json"), bracket.repeat(depth));
                refused(spoilt);
            }
        }
    }

    /** Many small things, each of which could become an object. */
    @ParameterizedTest
    @ValueSource(strings = {"{},", "[],", "\"\",", "1.5,", "[[{}]],", "{\"a\":1},"})
    void takesNoMoreMemoryThanSomeTimesTheFile(String small) throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        String many = small.repeat((2 << 20) / small.length());
        spoilt.text(body -> body.replace("\"format\" : 2", "\"format\" : 2, \"extra\" : [" + many + "1]"));

        refused(spoilt);
    }

    @Test
    void takesNoMoreMemoryThanSomeTimesTheFileForManyNames() throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        String names = IntStream.range(0, 1 << 17)
                .mapToObj(i -> "\"" + Integer.toString(i, 36) + "\":1,")
                .collect(Collectors.joining());
        spoilt.text(body -> body.replace("\"format\" : 2", "\"format\" : 2, " + names + "\"extra\" : 1"));

        assertThat(refused(spoilt)).startsWith("/config.json: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "README.md", "vocab.txt", "model.safetensors"})
    void readsNoFileThatIsLargerThanMemory(String name) throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        // Sparse: takes no room on disk where that is possible.
        try (RandomAccessFile file = new RandomAccessFile(spoilt.file(name).toFile(), "rw")) {
            file.setLength(5L << 30);
        }

        if (name.equals("README.md")) {
            assertThatThrownBy(() -> ModelFolder.card(spoilt.folder()))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessage(spoilt.file(name) + ": expected at most 16777216 bytes but found 5368709120");
        } else {
            assertThat(spoilt.complaint().orElseThrow()).startsWith("/" + name + ": expected ");
        }
    }

    @Test
    void readsAConfigurationInNoOtherEncoding() throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        String text = Files.readString(spoilt.file("config.json"));
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Files.write(spoilt.file("config.json"), text.getBytes(charset));
            refused(spoilt);
        }
        Files.writeString(spoilt.file("config.json"), "\ufeff" + text);
        refused(spoilt);
        spoilt.writeBody(text.replace("films.tsv", "m\u00f6we")
                .substring(0, text.lastIndexOf(",\n"))
                .getBytes(StandardCharsets.ISO_8859_1));
        refused(spoilt);
    }

    private static Tensor floats(int rows, int columns, float value) {
        float[] values = new float[rows * columns];
        Arrays.fill(values, value);
        return Tensor.ofFloats(values, rows, columns);
    }

    private static Tensor vector(float... values) {
        return Tensor.ofFloats(values, values.length);
    }

    private void refusesWeights(CellKind kind, String name, Tensor tensor, String problem) throws IOException {
        Spoilt spoilt = model(kind);
        spoilt.weights(tensors -> {
            if (tensor == null) {
                assertThat(tensors.remove(name)).isNotNull();
            } else {
                tensors.put(name, tensor);
            }
        });

        assertThat(refused(spoilt)).startsWith("/model.safetensors: ").contains(problem);
    }

    @Test
    void refusesWeightsThatTheNetworkDoesNotHave() throws IOException {
        CellKind lstm = CellKind.LSTM;
        refusesWeights(lstm, "0.W", null, "the array 0.W is missing");
        refusesWeights(lstm, "1.b", null, "the array 1.b is missing");
        refusesWeights(lstm, "0.E.scale", null, "the array 0.E.scale is missing");
        refusesWeights(lstm, "2.b", vector(1), "expected 10 arrays but found 11");
        refusesWeights(lstm, "a.scale", vector(1), "expected 10 arrays but found 11");
        refusesWeights(lstm, "\u001b[2J", vector(1), "expected 10 arrays but found 11");
        refusesWeights(lstm, "0.b.scale", vector(1, 1, 1, 1, 1, 1, 1, 1), "expected 10 arrays but found 11");
    }

    @Test
    void refusesWeightsOfAnotherShape() throws IOException {
        CellKind lstm = CellKind.LSTM;
        refusesWeights(
                lstm, "0.W", Tensor.ofBytes(new byte[24], 8, 3), "expected 0.W of shape [3, 8] but found [8, 3]");
        refusesWeights(lstm, "0.W", Tensor.ofBytes(new byte[24], 24), "expected 0.W of shape [3, 8] but found [24]");
        refusesWeights(lstm, "0.W", Tensor.ofBytes(new byte[0], 3, 0), "expected 0.W of shape [3, 8] but found [3, 0]");
        refusesWeights(
                lstm, "0.W", Tensor.ofBytes(new byte[24], 3, 8, 1), "expected 0.W of shape [3, 8] but found [3, 8, 1]");
        refusesWeights(lstm, "0.b", floats(1, 8, 0), "expected 0.b of shape [8] but found [1, 8]");
        refusesWeights(lstm, "0.E.scale", vector(1, 1), "expected 0.E.scale of shape [9] but found [2]");
        refusesWeights(lstm, "0.E.scale", floats(9, 1, 1), "expected 0.E.scale of shape [9] but found [9, 1]");
        refusesWeights(lstm, "0.E.scale", vector(), "expected 0.E.scale of shape [9] but found [0]");
    }

    @Test
    void refusesWeightsOfAnotherType() throws IOException {
        CellKind lstm = CellKind.LSTM;
        refusesWeights(lstm, "0.W", Tensor.ofInts(new int[24], 3, 8), "expected 0.W of type F32 or F16 but found I32");
        refusesWeights(lstm, "0.b", Tensor.ofInts(new int[8], 8), "expected 0.b of type F32 or F16 but found I32");
        refusesWeights(lstm, "0.b", Tensor.ofBytes(new byte[8], 8), "the array 0.b.scale is missing");
        refusesWeights(
                lstm,
                "0.W.scale",
                Tensor.ofBytes(new byte[3], 3),
                "expected 0.W.scale of type F32 or F16 but found I8");
        refusesWeights(
                lstm, "0.W.scale", Tensor.ofInts(new int[3], 3), "expected 0.W.scale of type F32 or F16 but found I32");
        CellKind linear = CellKind.LINEAR;
        refusesWeights(linear, "bias", Tensor.ofBytes(new byte[1], 1), "expected bias of type F32 or F16 but found I8");
        refusesWeights(linear, "bias", Tensor.ofInts(new int[1], 1), "expected bias of type F32 or F16 but found I32");
        refusesWeights(linear, "pairs", Tensor.ofBytes(new byte[8], 4, 2), "expected pairs of type I32 but found I8");
        refusesWeights(linear, "pairs", floats(4, 2, 3), "expected pairs of type I32 but found F32");
        refusesWeights(linear, "words", Tensor.ofInts(new int[9], 1, 9), "expected 5 arrays but found 6");
        Spoilt spoilt = Spoilt.of(TinyModels.of(linear, 2), folder.resolve("whole"));
        spoilt.weights(tensors -> tensors.put("words", Tensor.ofInts(new int[9], 1, 9)));
        assertThat(refused(spoilt)).isEqualTo("/model.safetensors: expected words of type F32 or F16 but found I32");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesWeightsThatAreNoNumbers(float value) throws IOException {
        String problem = "must be a finite number but was ";
        refusesWeights(CellKind.LSTM, "0.W", floats(3, 8, value), "0.W[0] " + problem + value);
        refusesWeights(CellKind.LSTM, "0.b", vector(value, 1, 1, 1, 1, 1, 1, 1), "0.b[0] " + problem + value);
        refusesWeights(CellKind.LSTM, "0.W", Tensor.ofHalves(new float[] {value}, 1), "expected 0.W of shape");
        refusesWeights(CellKind.LSTM, "0.W.scale", vector(value, 1, 1), "0.W[");
        refusesWeights(CellKind.LINEAR, "bias", vector(value), "bias[0] " + problem + value);
        refusesWeights(CellKind.LINEAR, "words.scale", vector(value), "words[");
        refusesWeights(CellKind.LINEAR, "pair_weights.scale", vector(value), "pairWeights[");
    }

    @Test
    void refusesAVarianceBelowZero() throws IOException {
        Spoilt spoilt = Spoilt.of(TinyModels.rich(), folder.resolve("rich"));
        spoilt.weights(tensors -> tensors.put("0.var", vector(0, 1, -1)));

        assertThat(refused(spoilt)).isEqualTo("/model.safetensors: 0.var[2] must be at least 0 but was -1.0");
    }

    @Test
    void refusesPairsThatCannotBeLookedUp() throws IOException {
        Map<String, int[]> pairs = Map.of(
                "pairs[1] must be greater than the one before it, ",
                new int[] {2, 3, 2, 3, 5, 2, 5, 5},
                "pairs[2] must be greater than the one before it, ",
                new int[] {2, 3, 4, 3, 3, 2, 5, 5},
                "the first part of pairs[0] must be at least 2 and below 9 but was -1",
                new int[] {-1, 3, 4, 3, 5, 2, 5, 5},
                "the second word of pairs[0] must be at least 2 and below 9 but was -1",
                new int[] {2, -1, 4, 3, 5, 2, 5, 5},
                "the first part of pairs[0] must be at least 2 and below 9 but was 1",
                new int[] {1, 3, 4, 3, 5, 2, 5, 5},
                "the second word of pairs[3] must be at least 2 and below 9 but was 9",
                new int[] {2, 3, 4, 3, 5, 2, 5, 9},
                "the first part of pairs[3] must be at least 2 and below 12 but was 2147483647",
                new int[] {2, 3, 4, 3, 5, 2, Integer.MAX_VALUE, 5},
                "the first part of pairs[3] must be at least 2 and below 12 but was 12",
                new int[] {2, 3, 4, 3, 5, 2, 12, 5},
                "the second word of pairs[0] must be at least 2 and below 9 but was 0",
                new int[] {2, 0, 4, 3, 5, 2, 5, 5});
        for (Map.Entry<String, int[]> entry : pairs.entrySet()) {
            refusesWeights(CellKind.LINEAR, "pairs", Tensor.ofInts(entry.getValue(), 4, 2), entry.getKey());
        }
        refusesWeights(
                CellKind.LINEAR, "pairs", Tensor.ofInts(new int[8], 2, 4), "expected pair_weights of shape [1, 2]");
        refusesWeights(CellKind.LINEAR, "pairs", Tensor.ofInts(new int[8], 8), "expected pair_weights of shape [1, 8]");
        refusesWeights(
                CellKind.LINEAR, "pairs", Tensor.ofInts(new int[6], 3, 2), "expected pair_weights of shape [1, 3]");
        refusesWeights(CellKind.LINEAR, "pairs", null, "expected pair_weights of shape [1, 0]");
    }

    @Test
    void takesFiniteWeightsOfAnySize() throws IOException {
        Spoilt spoilt = Spoilt.of(TinyModels.of(CellKind.GRU, 5), folder.resolve("large"));
        spoilt.weights(tensors -> tensors.replaceAll((name, tensor) -> {
            float[] values = tensor.floats();
            Arrays.fill(values, Float.MAX_VALUE);
            return Tensor.ofFloats(
                    values, tensor.shape().stream().mapToInt(Integer::intValue).toArray());
        }));

        assertThat(spoilt.complaint()).isEmpty();
    }

    private void refusesVocabulary(String text, String problem) throws IOException {
        for (CellKind kind : List.of(CellKind.LSTM, CellKind.LINEAR)) {
            Spoilt spoilt = model(kind);
            spoilt.bytes("vocab.txt", text.getBytes(StandardCharsets.UTF_8));

            assertThat(refused(spoilt)).startsWith("/" + problem);
        }
    }

    private static String vocabulary(String chain, String counted, String rows, String... lines) {
        return "# tritone vocabulary 1, chain " + chain + ", counted " + counted + ", rows " + rows + "\n"
                + String.join("\n", lines) + "\n";
    }

    @Test
    void refusesVocabulariesThatCannotBe() throws IOException {
        String header = "vocab.txt:1: expected \"# tritone vocabulary 1, chain";
        refusesVocabulary("", header);
        refusesVocabulary("\u001b[2J\n", header);
        refusesVocabulary(vocabulary("simple", "5", "2147483647", "a\t3"), header);
        refusesVocabulary(vocabulary("simple", "5", "-1", "a\t3"), header);
        refusesVocabulary(vocabulary("simple", "9999999999999999999", "1", "a\t3"), header);
        refusesVocabulary(vocabulary("\u001b[2J", "5", "1", "a\t3"), header);
        refusesVocabulary(vocabulary("simple," + "lowercase,".repeat(999_999), "5", "1", "a\t3"), header);
        refusesVocabulary(vocabulary("nonsense", "5", "1", "a\t3"), "vocab.txt:1: a chain must be made of ");
        refusesVocabulary(
                vocabulary("simple", "5", "999999999", "a\t3"), "vocab.txt:1: expected 999999999 rows but found 1");
        String row = "vocab.txt:2: expected a token, a tab and a count";
        refusesVocabulary(vocabulary("simple", "5", "1", "a\t3\t4"), row);
        refusesVocabulary(vocabulary("simple", "5", "1", "a\t-3"), row);
        refusesVocabulary(vocabulary("simple", "5", "1", "a\t9999999999999999999"), row);
        refusesVocabulary(vocabulary("simple", "5", "1", "a".repeat(1 << 20)), row);
        refusesVocabulary(
                vocabulary("simple", "5", "1", "a".repeat(1 << 16) + "\t3"),
                "vocab.txt:2: expected a token of at most 65535 characters but found 65536");
        refusesVocabulary(
                vocabulary("simple", "9", "2", "\u001b[2J\t3", "\u001b[2J\t3"),
                "vocab.txt:3: the token \\u001b[2J is there twice");
        refusesVocabulary(
                vocabulary("simple", "9", "2", "b\t3", "\ra" + "x".repeat(999) + "\t3"),
                "vocab.txt:3: the token \\u000da" + "x".repeat(38) + "... ranks before the one above it");
        refusesVocabulary(
                vocabulary("simple", "9", "1", "b\t10"), "vocab.txt:1: expected counts of at most 9 together");
        String[] many = IntStream.range(0, 20)
                .mapToObj(i -> (char) ('a' + i) + "\t999999999999999999")
                .toArray(String[]::new);
        refusesVocabulary(
                vocabulary("simple", "999999999999999999", "20", many), "vocab.txt:1: expected counts of at most");
    }

    @Test
    void refusesAVocabularyOfAnotherSizeThanTheWeights() throws IOException {
        Spoilt network = model(CellKind.LSTM);
        network.bytes("vocab.txt", vocabulary("simple", "3", "1", "a\t3").getBytes(StandardCharsets.UTF_8));
        assertThat(refused(network)).isEqualTo("/vocab.txt: expected 9 ids but found 3");

        Spoilt linear = model(CellKind.LINEAR);
        linear.bytes("vocab.txt", vocabulary("simple", "3", "1", "a\t3").getBytes(StandardCharsets.UTF_8));
        assertThat(refused(linear)).contains("expected words of shape [1, 3] but found [1, 9]");
    }

    @Test
    void takesAVocabularyWithoutWords() throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        spoilt.bytes(
                "vocab.txt",
                "# tritone vocabulary 1, chain simple, counted 0, rows 0\n".getBytes(StandardCharsets.UTF_8));

        assertThat(refused(spoilt)).isEqualTo("/vocab.txt: expected 9 ids but found 2");
    }

    @Test
    void takesTextsOfAnyKindWhereTheyDoNoHarm() throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        String text = "\"\\u001b[2J | ` \\n---\\n # \\u2028 " + "x".repeat(9999) + "\"";
        spoilt.put("architecture/labels/0", text);
        spoilt.put("provenance/command", text);
        spoilt.put("provenance/machine/cpu", text);
        spoilt.put("provenance/corpora/0/name", text);
        spoilt.put("training/plan/cell", text);
        spoilt.put("training/plan/corpus", "null");

        assertThat(spoilt.complaint()).isEmpty();
    }

    @Test
    void takesAConfigurationWhoseFieldsStandInAnotherOrder() throws IOException {
        Spoilt spoilt = model(CellKind.LSTM);
        spoilt.config(root -> {
            List<String> names = new java.util.ArrayList<>();
            root.fieldNames().forEachRemaining(names::add);
            Collections.reverse(names);
            ObjectNode copy = root.deepCopy();
            root.removeAll();
            names.forEach(name -> root.set(name, copy.get(name)));
        });

        assertThat(spoilt.complaint()).isEmpty();
    }
}
