package tritone.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tritone.corpus.BytesRead;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusPart;
import tritone.corpus.ReadingOptions;
import tritone.encoding.EncodingCache;
import tritone.model.CorpusSource;
import tritone.training.ReadingWatcher;
import tritone.training.Setting;
import tritone.training.Settings;
import tritone.training.TextPlan;
import tritone.training.TrainingDataException;
import tritone.training.TrainingDataLoader;
import tritone.training.ValidationPlan;
import tritone.vocabulary.Vocabulary;

class PretrainingTextLoaderTest {
    @TempDir
    private Path folder;

    private Path labelled;
    private Path parts;

    @BeforeEach
    void writeCorpora() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            rows.append("r").append(i).append(i % 2 == 0 ? "\tpos\t" : "\tneg\t");
            rows.append("common word").append((char) ('a' + i)).append('\n');
        }
        labelled = Files.writeString(folder.resolve("labelled.tsv"), rows);
        parts = Files.createDirectories(folder.resolve("parts"));
        Files.writeString(parts.resolve("train.tsv"), "t1\tpos\tcommon trained\n");
        Files.writeString(parts.resolve("unsup.tsv"), "id\ttext\nu1\tcommon unlabelled\nu2\tcommon unlabelled\n");
        Files.writeString(parts.resolve("test.tsv"), "x1\tpos\tcommon tested\n");
    }

    private PretrainingText load(List<Path> files, Optional<Vocabulary> vocabulary, String... pairs)
            throws IOException {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        for (String pair : pairs) {
            String[] sides = pair.split("=", 2);
            given.put(Setting.valueOf(sides[0]), sides[1]);
        }
        Settings settings = Settings.of(given);
        List<Corpus> corpora = new ArrayList<>();
        for (Path file : files) {
            corpora.add(Corpus.open(file, ReadingOptions.DEFAULTS));
        }
        ValidationPlan validation = ValidationPlan.of(settings);
        Optional<Corpus> other = Optional.empty();
        if (validation.corpus().isPresent()) {
            other = Optional.of(Corpus.open(Path.of(validation.corpus().get()), ReadingOptions.DEFAULTS));
        }
        return new PretrainingTextLoader(
                        new EncodingCache(folder.resolve("cache")), 2, PretrainingTextLoaderTest::quiet)
                .load(new PretrainingSources(corpora, other, vocabulary), TextPlan.of(settings), validation);
    }

    private static ReadingWatcher.Reading quiet(String work, CorpusPart part) {
        return new ReadingWatcher.Reading() {
            @Override
            public void at(BytesRead read) {}

            @Override
            public void close() {}
        };
    }

    private static Set<String> ids(ReviewText text) {
        Set<String> ids = new HashSet<>();
        IntStream.of(text.reviews()).forEach(review -> ids.add(text.corpus().id(review)));
        return ids;
    }

    @Test
    void holdsBackWhatAClassifierWouldBeValidatedOn() throws IOException {
        PretrainingText text = load(List.of(labelled, parts), Optional.empty(), "VALIDATION=6", "CUT_SEED=3");

        Settings settings = Settings.of(Map.of(Setting.VALIDATION, "6", Setting.CUT_SEED, "3"));
        CorpusPart part = Corpus.open(labelled, ReadingOptions.DEFAULTS).training();
        int[] expected = TrainingDataLoader.heldOut(part, ValidationPlan.of(settings));
        assertThat(text.heldOut().orElseThrow().reviews()).hasSize(6).isEqualTo(expected);
        assertThat(ids(text.learnt().get(0)))
                .hasSize(14)
                .doesNotContainAnyElementsOf(ids(text.heldOut().orElseThrow()));
    }

    @Test
    void countsAllCorporaTogetherButNoHeldOutReviewAndNoTestPart() throws IOException {
        PretrainingText text = load(List.of(labelled, parts), Optional.empty(), "VALIDATION=6");

        Vocabulary vocabulary = text.vocabulary();
        assertThat(vocabulary.count(vocabulary.id("common"))).isEqualTo(14 + 3);
        assertThat(vocabulary.count(vocabulary.id("unlabelled"))).isEqualTo(2);
        assertThat(vocabulary.id("trained")).isNotEqualTo(Vocabulary.UNKNOWN);
        assertThat(vocabulary.id("tested")).isEqualTo(Vocabulary.UNKNOWN);
        for (int review : text.heldOut().orElseThrow().reviews()) {
            String word = "word"
                    + (char) ('a'
                            + Integer.parseInt(
                                    text.learnt().get(0).corpus().id(review).substring(1)));
            assertThat(vocabulary.id(word)).isEqualTo(Vocabulary.UNKNOWN);
        }
    }

    @Test
    void readsThePartWithoutLabelsToo() throws IOException {
        PretrainingText text = load(List.of(parts, labelled), Optional.empty(), "VALIDATION=none");

        assertThat(text.learnt())
                .extracting(PretrainingTextLoaderTest::ids)
                .startsWith(Set.of("t1"), Set.of("u1", "u2"))
                .hasSize(3);
        assertThat(text.heldOut()).isEmpty();
        assertThat(text.reviews()).isEqualTo(23);
        assertThat(text.tokens()).isEqualTo(46);
        assertThat(text.sources())
                .extracting(CorpusSource::use)
                .containsExactly("pre-training", "pre-training", "pre-training");
    }

    @Test
    void holdsNothingBackOfWhatHasNoLabels() throws IOException {
        Path alone = Files.writeString(folder.resolve("alone.tsv"), "id\ttext\n1\tcommon\n2\tcommon\n");

        PretrainingText text = load(List.of(alone), Optional.empty());

        assertThat(text.heldOut()).isEmpty();
        assertThat(text.reviews()).isEqualTo(2);
    }

    @Test
    void takesAnotherCorpusToHoldOut() throws IOException {
        PretrainingText text = load(List.of(labelled), Optional.empty(), "VALIDATION=" + parts.resolve("test.tsv"));

        assertThat(text.learnt().get(0).reviews()).hasSize(20);
        assertThat(ids(text.heldOut().orElseThrow())).containsExactly("x1");
        assertThat(text.sources()).extracting(CorpusSource::use).containsExactly("pre-training", "validation");
    }

    @Test
    void refusesWhatIsHeldBackWhereItComesInByAnotherCorpus() {
        String sentence = "labelled.tsv: expected no reviews that are validated on but it holds some";

        assertThatThrownBy(() -> load(List.of(labelled, labelled), Optional.empty(), "VALIDATION=6"))
                .isInstanceOf(PretrainingException.class)
                .hasMessageEndingWith(sentence);
        assertThatThrownBy(() -> load(List.of(parts, labelled), Optional.empty(), "VALIDATION=" + labelled))
                .isInstanceOf(PretrainingException.class)
                .hasMessageEndingWith(sentence);
    }

    @Test
    void readsACorpusTwiceWhereNothingOfItIsHeldBack() throws IOException {
        assertThat(load(List.of(labelled, labelled), Optional.empty(), "VALIDATION=none")
                        .reviews())
                .isEqualTo(40);
    }

    @Test
    void goesByAVocabularyThatIsGiven() throws IOException {
        Vocabulary given =
                load(List.of(parts), Optional.empty(), "VALIDATION=none").vocabulary();

        PretrainingText text = load(List.of(labelled), Optional.of(given), "VALIDATION=none", "VOCAB=given");

        assertThat(text.vocabulary()).isSameAs(given);
        assertThat(text.sources()).extracting(CorpusSource::use).containsExactly("pre-training", "vocabulary");
    }

    @Test
    void refusesAStreamWhichCanBeReadOnceOnly() {
        Corpus stream = Corpus.of("stdin", InputStream.nullInputStream(), ReadingOptions.DEFAULTS);
        Settings settings = Settings.of(Map.of());
        PretrainingSources sources = new PretrainingSources(List.of(stream), Optional.empty(), Optional.empty());
        PretrainingTextLoader loader =
                new PretrainingTextLoader(new EncodingCache(folder), 1, PretrainingTextLoaderTest::quiet);

        assertThatThrownBy(() -> loader.load(sources, TextPlan.of(settings), ValidationPlan.of(settings)))
                .isInstanceOf(TrainingDataException.class)
                .hasMessageContaining("stream");
    }
}
