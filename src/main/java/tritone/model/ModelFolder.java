package tritone.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tritone.files.WholeFolder;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.network.NetworkSpec;
import tritone.tensors.Tensor;
import tritone.tensors.TensorFile;
import tritone.vocabulary.Vocabulary;
import tritone.vocabulary.VocabularyFile;

/**
 * A model on disk: {@code config.json}, {@code model.safetensors}, {@code vocab.txt} and {@code README.md}, its card, which
 * ends in what {@code NOTES.md} says, if that is there. Written beside its place and renamed; read without a belief in
 * anything that it says of its own size.
 */
public final class ModelFolder {
    static final String WEIGHTS = "model.safetensors";
    static final String CARD = "README.md";

    /** What a model's maker has to say, in Markdown. */
    public static final String NOTES = "NOTES.md";

    private static final List<String> SUMMED = List.of(WEIGHTS, VocabularyFile.NAME);
    private static final Set<String> WRITTEN_LAST = Set.of(ConfigFile.NAME, CARD);

    private ModelFolder() {}

    /** Writes what else belongs into a model's folder. */
    @FunctionalInterface
    public interface More {
        More NOTHING = folder -> {};

        void into(Path folder) throws IOException;
    }

    /** Writes the whole folder, in the place of a model that may be there, or nothing. */
    public static void write(Model model, Path folder, More more) throws IOException {
        WholeFolder.write(folder, part -> {
            TensorFile.write(part.resolve(WEIGHTS), model.weights(), Map.of("format", "tritone"));
            VocabularyFile.write(model.vocabulary(), part.resolve(VocabularyFile.NAME));
            more.into(part);
            Files.writeString(
                    part.resolve(CARD), ModelCard.render(folder.getFileName().toString(), model, notes(part)));
            Map<String, Checksums> sums = new LinkedHashMap<>();
            for (String name : SUMMED) {
                sums.put(name, Checksums.of(part.resolve(name)));
            }
            ConfigFile.write(
                    new ConfigFile.Config(
                            ConfigFile.FORMAT, model.architecture(), model.training(), model.provenance(), sums),
                    part.resolve(ConfigFile.NAME));
        });
    }

    private static String notes(Path folder) throws IOException {
        Path notes = folder.resolve(NOTES);
        return Files.isRegularFile(notes) ? new String(ConfigFile.bytes(notes), StandardCharsets.UTF_8) : "";
    }

    /** The other files of a model that was there before. */
    public static More copying(Path other) {
        return folder -> {
            try (Stream<Path> files = Files.list(other)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = folder.resolve(file.getFileName().toString());
                    if (!Files.exists(copy)
                            && !WRITTEN_LAST.contains(copy.getFileName().toString())) {
                        Files.copy(file, copy);
                    }
                }
            }
        };
    }

    /** A sum over all that the model is: its configuration holds those of its files. */
    public static String sum(Path folder) throws IOException {
        return Checksums.of(existing(folder, ConfigFile.NAME)).sha256();
    }

    /** What a model takes on disk: its weights and its vocabulary. */
    public static long bytes(Path folder) {
        return SUMMED.stream()
                .mapToLong(name -> folder.resolve(name).toFile().length())
                .sum();
    }

    /** Whether there is a model in this folder, good or bad. */
    public static boolean isModel(Path folder) {
        return Files.isRegularFile(folder.resolve(ConfigFile.NAME));
    }

    /** Reads and checks a model, with all that is known of its training. */
    public static Model read(Path folder) throws IOException {
        ConfigFile.Config config = ConfigFile.read(existing(folder, ConfigFile.NAME));
        Vocabulary vocabulary = VocabularyFile.read(fitting(config.files(), folder, VocabularyFile.NAME));
        Map<String, Tensor> weights =
                TensorFile.read(fitting(config.files(), folder, WEIGHTS)).tensors();
        Model model = new Model(config.architecture(), config.training(), config.provenance(), vocabulary, weights);
        checked(folder, vocabulary, config.architecture(), model::check);
        return model;
    }

    /** Reads and checks what an answer needs of a model, and no more. */
    public static OpenModel open(Path folder, Arithmetic arithmetic, Workers workers) throws IOException {
        ConfigFile.Core core = ConfigFile.readCore(existing(folder, ConfigFile.NAME));
        Vocabulary vocabulary = VocabularyFile.read(fitting(core.files(), folder, VocabularyFile.NAME));
        Map<String, Tensor> weights =
                TensorFile.read(fitting(core.files(), folder, WEIGHTS)).tensors();
        return checked(
                folder,
                vocabulary,
                core.architecture(),
                () -> Weights.open(core.architecture(), vocabulary, weights, arithmetic, workers));
    }

    /** What {@code making} makes of the files of this folder, if they fit together. */
    private static <T> T checked(Path folder, Vocabulary vocabulary, Architecture architecture, Supplier<T> making) {
        int size = vocabulary.size();
        int expected = architecture.network().map(NetworkSpec::vocabulary).orElse(size);
        if (size != expected) {
            throw new ModelFormatException(
                    folder.resolve(VocabularyFile.NAME), "expected " + expected + " ids but found " + size);
        }
        try {
            return making.get();
        } catch (ArithmeticException e) {
            throw new ModelFormatException(
                    folder.resolve(ConfigFile.NAME), "describes a network of more numbers than an array can hold");
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(folder.resolve(WEIGHTS), e.getMessage());
        }
    }

    private static Path existing(Path folder, String name) throws IOException {
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (!Files.isDirectory(folder)) {
            throw new ModelFormatException(folder, "is no model: it is no folder");
        }
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file) && LanguageModelFolder.isLanguageModel(folder)) {
            throw new ModelFormatException(
                    folder, "is a language model and knows no labels: a classifier begins with it, by 'train --from'");
        }
        if (!Files.isRegularFile(file)) {
            throw new ModelFormatException(folder, "is no model: there is no " + name + " in it");
        }
        return file;
    }

    private static Path fitting(Map<String, Checksums> files, Path folder, String name) throws IOException {
        Path file = existing(folder, name);
        Checksums sums = files.get(name);
        if (sums == null) {
            throw new ModelFormatException(folder.resolve(ConfigFile.NAME), "says nothing of " + name);
        }
        if (Files.size(file) != sums.bytes()) {
            throw new ModelFormatException(file, "expected " + sums.bytes() + " bytes but found " + Files.size(file));
        }
        if (!sums.quicklyFit(file)) {
            throw new ModelFormatException(file, "is not the file that was written: its checksum differs");
        }
        return file;
    }

    /** Reads everything and compares the slow sums too. */
    public static Model verify(Path folder) throws IOException {
        Model model = read(folder);
        ConfigFile.Config config = ConfigFile.read(folder.resolve(ConfigFile.NAME));
        for (String name : SUMMED) {
            Path file = folder.resolve(name);
            if (!Checksums.of(file).equals(config.files().get(name))) {
                throw new ModelFormatException(file, "is not the file that was written: its SHA-256 differs");
            }
        }
        return model;
    }

    /** The card as it stands in the folder. */
    public static String card(Path folder) throws IOException {
        ConfigFile.read(existing(folder, ConfigFile.NAME));
        return new String(ConfigFile.bytes(existing(folder, CARD)), StandardCharsets.UTF_8);
    }
}
