package tritone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tritone.training.Setting;
import tritone.vectors.VectorFile;
import tritone.vectors.VectorFolder;
import tritone.vectors.WordVectors;
import tritone.vocabulary.Vocabulary;
import tritone.vocabulary.VocabularyFile;

/** Finds word vectors by the name of a folder in {@code vocab/}, by their folder, or by their file. */
final class WordVectorFiles {
    private WordVectorFiles() {}

    private static Path place(String name) {
        return Home.find("vocab", name, found -> Home.isFileOrHas(found, VectorFolder.NAME));
    }

    static VectorFile open(String name) throws IOException {
        Path path = place(name);
        boolean words = path.endsWith(VocabularyFile.NAME) && Files.isRegularFile(path);
        return VectorFile.of(words ? path.toAbsolutePath().getParent() : path); // the vectors beside a vocabulary
    }

    static WordVectors read(String name, Vocabulary vocabulary) throws IOException {
        return open(name).read(vocabulary);
    }

    /** Adds to settings that name vectors what follows from them, unless it was said. */
    static void complete(Map<Setting, String> settings) throws IOException {
        Optional<String> name =
                Optional.ofNullable(settings.get(Setting.VECTORS)).filter(text -> !text.equals("none"));
        if (name.isEmpty()) {
            return;
        }
        VectorFile file = open(name.get());
        settings.putIfAbsent(Setting.EMBEDDING, Integer.toString(file.numbers()));
        Optional<Path> words = file.vocabulary();
        if (words.isPresent() && !settings.containsKey(Setting.VOCAB)) {
            boolean folder = Files.isDirectory(place(name.get()));
            settings.put(Setting.VOCAB, folder ? name.get() : words.get().toString());
            settings.putIfAbsent(
                    Setting.CHAIN, VocabularyFile.read(words.get()).chain().toString());
        }
    }
}
