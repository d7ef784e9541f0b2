package tritone.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tritone.corpus.BytesRead;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusPart;
import tritone.corpus.ReadingOptions;
import tritone.encoding.EncodingCache;
import tritone.vectors.VectorFile;

/** Small plans and corpora. */
final class Plans {
    private static final String[] GOOD = {"lovely", "superb", "charming", "brilliant"};
    private static final String[] BAD = {"dull", "awful", "clumsy", "tedious"};
    private static final String[] OTHER = {"the", "film", "was", "a", "plot", "actor", "scene", "and"};

    private Plans() {}

    /** Settings from pairs such as {@code "cell=lstm"}. */
    static Map<Setting, String> settings(String... pairs) {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        for (String pair : pairs) {
            String[] sides = pair.split("=", 2);
            settings.put(
                    Setting.valueOf(sides[0].toUpperCase(java.util.Locale.ROOT).replace('-', '_')), sides[1]);
        }
        return settings;
    }

    static TrainingPlan plan(String... pairs) {
        return TrainingPlan.of(Settings.of(settings(pairs)));
    }

    /** A plan that trains in a moment. */
    static TrainingPlan small(String... pairs) {
        Map<Setting, String> settings = settings("validation=0.25", "cut-by=stratum", "epochs=3", "batch=8");
        settings.putAll(settings(pairs));
        boolean network = !"linear".equals(settings.get(Setting.CELL));
        if (network) {
            settings.putIfAbsent(Setting.EMBEDDING, "6");
            if (!"bag".equals(settings.get(Setting.CELL))) {
                settings.putIfAbsent(Setting.UNITS, "5");
            }
        } else {
            settings.remove(Setting.EPOCHS);
            settings.remove(Setting.BATCH);
        }
        return TrainingPlan.of(Settings.of(settings));
    }

    /** Reviews that one word decides, as a table of id, label and text. */
    static Path reviews(Path folder, int count) throws IOException {
        Random random = new Random(5);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            boolean good = i % 2 == 0;
            rows.append("r").append(i).append('\t').append(good ? "pos" : "neg").append('\t');
            int words = 3 + random.nextInt(9);
            int place = random.nextInt(words);
            for (int word = 0; word < words; word++) {
                String[] from = word != place ? OTHER : good ? GOOD : BAD;
                rows.append(from[random.nextInt(from.length)]).append(word == words - 1 ? "\n" : " ");
            }
        }
        return Files.writeString(folder.resolve("reviews.tsv"), rows);
    }

    static TrainingData data(TrainingPlan plan, Path folder, Path corpus) throws IOException {
        return data(plan, folder, corpus, Optional.empty());
    }

    static TrainingData data(TrainingPlan plan, Path folder, Path corpus, Optional<VectorFile> vectors)
            throws IOException {
        TrainingSources sources = TrainingSources.of(Corpus.open(corpus, ReadingOptions.DEFAULTS))
                .with(new StartSources(vectors, Optional.empty()));
        return new TrainingDataLoader(new EncodingCache(folder.resolve("cache")), 2, Plans::quiet).load(sources, plan);
    }

    static ReadingWatcher.Reading quiet(String work, CorpusPart part) {
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
