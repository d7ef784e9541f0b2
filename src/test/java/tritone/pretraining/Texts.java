package tritone.pretraining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tritone.corpus.BytesRead;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusPart;
import tritone.corpus.ReadingOptions;
import tritone.encoding.EncodingCache;
import tritone.training.ReadingWatcher;
import tritone.training.Setting;
import tritone.training.Settings;
import tritone.training.TextPlan;
import tritone.training.ValidationPlan;

/** Reviews as they are pre-trained on. */
final class Texts {
    private Texts() {}

    /** One review from each text; nothing is held out and every token is kept. */
    static PretrainingText of(Path folder, List<String> reviews) throws IOException {
        return of(folder, reviews, Optional.empty());
    }

    /** What is held out is a corpus of its own. */
    static PretrainingText of(Path folder, List<String> reviews, Optional<List<String>> heldOut) throws IOException {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        given.put(Setting.MIN_COUNT, "1");
        given.put(Setting.VALIDATION, heldOut.isPresent() ? "held.tsv" : "none");
        Settings settings = Settings.of(given);
        Optional<Corpus> other = Optional.empty();
        if (heldOut.isPresent()) {
            other = Optional.of(corpus(folder.resolve("held.tsv"), heldOut.get()));
        }
        PretrainingSources sources = new PretrainingSources(
                List.of(corpus(folder.resolve("reviews.tsv"), reviews)), other, Optional.empty());
        return new PretrainingTextLoader(new EncodingCache(folder.resolve("cache")), 1, Texts::quiet)
                .load(sources, TextPlan.of(settings), ValidationPlan.of(settings));
    }

    private static Corpus corpus(Path file, List<String> reviews) throws IOException {
        StringBuilder rows = new StringBuilder("id\ttext\n");
        for (int i = 0; i < reviews.size(); i++) {
            rows.append(i).append('\t').append(reviews.get(i)).append('\n');
        }
        return Corpus.open(Files.writeString(file, rows), ReadingOptions.DEFAULTS);
    }

    private static ReadingWatcher.Reading quiet(String work, CorpusPart part) {
        return new ReadingWatcher.Reading() {
            @Override
            public void at(BytesRead read) {
                // No one watches.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
