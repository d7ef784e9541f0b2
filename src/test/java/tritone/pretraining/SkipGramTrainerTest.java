package tritone.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tritone.corpus.BytesRead;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusPart;
import tritone.corpus.ReadingOptions;
import tritone.encoding.EncodingCache;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.training.ReadingWatcher;
import tritone.training.Setting;
import tritone.training.Settings;
import tritone.training.TextPlan;
import tritone.training.ValidationPlan;
import tritone.vectors.WordVectors;
import tritone.vocabulary.Vocabulary;

class SkipGramTrainerTest {
    private static final SkipGramPlan PLAN = new SkipGramPlan(24, 3, 4, 8, 0.05, 0, 1);
    private static final long TOGETHER = 4_000;

    @TempDir
    private Path folder;

    /** Sentences of one of four topics: words of a topic stand among each other, and never among others' words. */
    private PretrainingText topics(int reviews) throws IOException {
        Random random = new Random(3);
        StringBuilder rows = new StringBuilder("id\ttext\n");
        for (int i = 0; i < reviews; i++) {
            rows.append(i).append('\t');
            char topic = (char) ('a' + random.nextInt(4));
            for (int word = 0; word < 12; word++) {
                rows.append(topic).append((char) ('k' + random.nextInt(10))).append(word == 11 ? '\n' : ' ');
            }
        }
        return text(rows.toString());
    }

    private PretrainingText text(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("reviews.tsv"), rows);
        Settings settings = Settings.of(Map.of(Setting.VALIDATION, "none"));
        PretrainingSources sources = new PretrainingSources(
                List.of(Corpus.open(file, ReadingOptions.DEFAULTS)), Optional.empty(), Optional.empty());
        return new PretrainingTextLoader(new EncodingCache(folder.resolve("cache")), 1, SkipGramTrainerTest::quiet)
                .load(sources, TextPlan.of(settings), ValidationPlan.of(settings));
    }

    private static ReadingWatcher.Reading quiet(String work, CorpusPart part) {
        return new ReadingWatcher.Reading() {
            @Override
            public void at(BytesRead read) {}

            @Override
            public void close() {}
        };
    }

    /** Counts, and stops after so many tokens. */
    private record Until(long tokens, AtomicLong done) implements SkipGramWatcher {
        @Override
        public void learnt(long tokens, long all) {
            done.set(tokens);
        }

        @Override
        public boolean wantsToStop() {
            return done.get() >= tokens;
        }
    }

    private static Optional<WordVectors> learn(PretrainingText text, Arithmetic arithmetic, int threads, long stop) {
        Until watcher = new Until(stop, new AtomicLong());
        return new SkipGramTrainer(PLAN, arithmetic, Workers.of(threads), watcher, TOGETHER).learn(text);
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        double ones = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
            ones += one[i] * one[i];
            others += other[i] * other[i];
        }
        return product / Math.sqrt(ones * others);
    }

    @Test
    void wordsThatStandAmongTheSameWordsGetSimilarVectors() throws IOException {
        WordVectors vectors =
                learn(topics(2_000), Arithmetic.fastest(), 2, Long.MAX_VALUE).orElseThrow();

        Vocabulary vocabulary = vectors.vocabulary();
        assertThat(vocabulary.size()).isEqualTo(42);
        for (int one = 2; one < vocabulary.size(); one++) {
            for (int other = 2; other < vocabulary.size(); other++) {
                boolean same = vocabulary.token(one).charAt(0)
                        == vocabulary.token(other).charAt(0);
                double cosine = cosine(vectors.vector(one), vectors.vector(other));
                assertThat(cosine > 0.5)
                        .as(vocabulary.token(one) + " " + vocabulary.token(other) + " " + cosine)
                        .isEqualTo(same);
            }
        }
    }

    @Test
    void neitherThreadsNorTheVectorModuleChangeABit() throws IOException {
        PretrainingText text = topics(600);

        float[] one = learn(text, Arithmetic.fastest(), 1, Long.MAX_VALUE)
                .orElseThrow()
                .values();

        assertThat(learn(text, Arithmetic.fastest(), 3, Long.MAX_VALUE)
                        .orElseThrow()
                        .values())
                .isEqualTo(one);
        assertThat(learn(text, Arithmetic.SCALAR, 2, Long.MAX_VALUE)
                        .orElseThrow()
                        .values())
                .isEqualTo(one);
    }

    @Test
    void hasNoVectorForPaddingAndUnknownWords() throws IOException {
        WordVectors vectors =
                learn(topics(100), Arithmetic.fastest(), 1, Long.MAX_VALUE).orElseThrow();

        assertThat(vectors.isKnown(Vocabulary.PADDING)).isFalse();
        assertThat(vectors.isKnown(Vocabulary.UNKNOWN)).isFalse();
        assertThat(vectors.isKnown(2)).isTrue();
    }

    @Test
    void stopsWhenItIsAskedTo() throws IOException {
        assertThat(learn(topics(2_000), Arithmetic.fastest(), 2, 10_000)).isEmpty();
    }

    @Test
    void learnsFromFewerWordsThanItWouldDraw() throws IOException {
        WordVectors vectors = learn(text("id\ttext\n1\tone two one two\n"), Arithmetic.fastest(), 2, Long.MAX_VALUE)
                .orElseThrow();

        for (float value : vectors.values()) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void saysThatItWentTooFast() throws IOException {
        SkipGramPlan fast = new SkipGramPlan(4, 100, 20, 3, 1, 0, 1);
        StringBuilder rows = new StringBuilder("id\ttext\n");
        for (int i = 0; i < 20; i++) {
            rows.append(i).append('\t');
            for (int word = 0; word < 300; word++) {
                rows.append(word == 0 ? "" : " ").append('w').append(word * word % 41);
            }
            rows.append('\n');
        }
        PretrainingText text = text(rows.toString());
        SkipGramTrainer trainer = new SkipGramTrainer(
                fast, Arithmetic.fastest(), Workers.of(1), new Until(Long.MAX_VALUE, new AtomicLong()));

        assertThatThrownBy(() -> trainer.learn(text))
                .isInstanceOf(PretrainingException.class)
                .hasMessageMatching(
                        "the vectors exploded in round [1-3], at a learning rate of 1.0 and a window of 100;"
                                + " try a lower --rate");
    }

    @Test
    void refusesATextOfOneWord() throws IOException {
        PretrainingText text = text("id\ttext\n1\tone one one\n");

        assertThatThrownBy(() -> learn(text, Arithmetic.fastest(), 1, Long.MAX_VALUE))
                .isInstanceOf(PretrainingException.class)
                .hasMessageContaining("at least 2 different words")
                .hasMessageContaining("found 1");
    }
}
