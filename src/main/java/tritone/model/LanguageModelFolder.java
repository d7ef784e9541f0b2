package tritone.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.CRC32C;
import tritone.corpus.Quote;
import tritone.files.WholeFolder;
import tritone.kernel.CellVariant;
import tritone.network.CellSpec;
import tritone.network.Direction;
import tritone.network.LanguageModelShape;
import tritone.network.LevelShape;
import tritone.network.Normalisation;
import tritone.network.ParameterShape;
import tritone.tensors.Rows;
import tritone.tensors.Tensor;
import tritone.tensors.TensorFile;
import tritone.vocabulary.Vocabulary;
import tritone.vocabulary.VocabularyFile;

/**
 * A language model on disk: its weights as named arrays, with what kind of cell they are as texts beside them, {@code
 * vocab.txt}, and {@code README.md} for people. Nothing of it is believed before it was checked.
 */
public final class LanguageModelFolder {
    private static final String WEIGHTS = "language-model.safetensors";
    private static final String FORMAT = "format";
    private static final String WRITTEN = "tritone language model 1";
    private static final String VARIANT = "variant";
    private static final String DIRECTION = "direction";
    private static final String SUM = "checksum";

    private LanguageModelFolder() {}

    /** Writes the whole folder, in the place of what may be there, or nothing. */
    public static void write(LanguageModel model, Path folder, String card) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (ParameterShape shape : model.shape().parameters()) {
            float[] values = model.weights().get(shape.name());
            tensors.put(shape.name(), Tensor.ofFloats(values, shape.rows(), shape.columns()));
        }
        Map<String, String> texts = new HashMap<>();
        texts.put(FORMAT, WRITTEN);
        texts.put(VARIANT, name(model.shape().cell().variant()));
        texts.put(DIRECTION, model.shape().cell().direction().toString());
        texts.put(SUM, sum(tensors, model.vocabulary()));
        WholeFolder.write(folder, part -> {
            TensorFile.write(part.resolve(WEIGHTS), tensors, texts);
            VocabularyFile.write(model.vocabulary(), part.resolve(VocabularyFile.NAME));
            Files.writeString(part.resolve(ModelFolder.CARD), card);
        });
    }

    private static String name(CellVariant variant) {
        return variant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Over numbers and words. */
    private static String sum(Map<String, Tensor> tensors, Vocabulary vocabulary) {
        CRC32C sum = new CRC32C();
        new TreeMap<>(tensors).forEach((name, tensor) -> {
            sum.update((name + tensor.shape()).getBytes(StandardCharsets.UTF_8));
            sum.update(tensor.data());
        });
        sum.update(vocabulary.sha256().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    /** Whether there is a language model in this folder, good or bad. */
    public static boolean isLanguageModel(Path folder) {
        return Files.isRegularFile(folder.resolve(WEIGHTS));
    }

    /** Reads and checks a language model. */
    public static LanguageModel read(Path folder) throws IOException {
        Path file = folder.resolve(WEIGHTS);
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (!isLanguageModel(folder)) {
            throw new ModelFormatException(folder, "is no language model: there is no " + WEIGHTS + " in it");
        }
        TensorFile stored = TensorFile.read(file);
        if (!WRITTEN.equals(stored.metadata().get(FORMAT))) {
            throw new ModelFormatException(file, "is no language model's, or a newer Tritone's");
        }
        Vocabulary vocabulary = VocabularyFile.read(folder.resolve(VocabularyFile.NAME));
        if (!sum(stored.tensors(), vocabulary).equals(stored.metadata().get(SUM))) {
            throw new ModelFormatException(file, "does not fit its vocabulary or is damaged: its checksum differs");
        }
        try {
            LanguageModelShape shape = shape(stored);
            Map<String, float[]> weights = new HashMap<>();
            for (ParameterShape parameter : shape.parameters()) {
                Tensor tensor = Rows.tensor(stored.tensors(), parameter.name(), parameter.rows(), parameter.columns());
                weights.put(parameter.name(), Rows.fractions(parameter.name(), tensor));
            }
            return new LanguageModel(shape, vocabulary, weights);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ModelFormatException(file, e.getMessage());
        }
    }

    /** By the texts and the sizes of two arrays, which those of all others must fit. */
    private static LanguageModelShape shape(TensorFile stored) {
        CellVariant variant = named(VARIANT, CellVariant.values(), LanguageModelFolder::name, stored);
        Direction direction = named(DIRECTION, Direction.values(), Direction::toString, stored);
        Tensor vectors = matrix(stored, LanguageModelShape.VECTORS);
        String name = LanguageModelShape.cellName(LevelShape.RECURRENT);
        Tensor recurrent = matrix(stored, name);
        int units = recurrent.shape().get(0);
        long columns =
                (long) variant.gates() * units; // may be more than there can be: an array without numbers is free
        if (recurrent.shape().get(1) != columns) {
            throw new IllegalArgumentException(
                    "expected " + name + " of " + columns + " columns but found " + recurrent.shape());
        }
        CellSpec cell = new CellSpec(variant, units, direction, Normalisation.NONE);
        return new LanguageModelShape(vectors.shape().get(0), vectors.shape().get(1), cell);
    }

    private static Tensor matrix(TensorFile stored, String name) {
        Tensor tensor = stored.tensors().get(name);
        if (tensor == null || tensor.shape().size() != 2) {
            throw new IllegalArgumentException("expected a matrix " + name + " but found none");
        }
        return tensor;
    }

    private static <T> T named(String text, T[] choices, Function<T, String> naming, TensorFile stored) {
        String name = stored.metadata().get(text);
        for (T choice : choices) {
            if (naming.apply(choice).equals(name)) {
                return choice;
            }
        }
        throw new IllegalArgumentException(
                name == null
                        ? "expected its " + text + " but found none"
                        : "expected a " + text + " that this Tritone knows but found " + Quote.of(name));
    }
}
