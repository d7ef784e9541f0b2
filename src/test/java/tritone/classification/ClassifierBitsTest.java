package tritone.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusPart;
import tritone.corpus.ReadingOptions;
import tritone.corpus.Review;
import tritone.corpus.ReviewReader;
import tritone.encoding.EncodedCorpus;
import tritone.encoding.EncodingCache;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.model.Model;
import tritone.model.ModelFolder;
import tritone.model.Probabilities;
import tritone.model.TinyModels;
import tritone.network.CellKind;

/** From a text to its answer there are two ways, this package's and the training's; they end in the same bits. */
class ClassifierBitsTest {
    private static final Path SHIPPED_MODEL = Path.of("models/imdb-gru");

    @TempDir
    private Path folder;

    private static CorpusPart sample(String name) throws IOException {
        return Corpus.open(Path.of("corpora/sample").resolve(name), ReadingOptions.DEFAULTS)
                .parts()
                .get(0);
    }

    private static List<String> texts(CorpusPart part) throws IOException {
        List<String> texts = new ArrayList<>();
        try (ReviewReader reader = part.open()) {
            for (Review review = reader.next(); review != null; review = reader.next()) {
                texts.add(review.text());
            }
        }
        return texts;
    }

    private float[] evaluated(Path model, CorpusPart part) throws IOException {
        Model read = ModelFolder.read(model);
        EncodedCorpus corpus = new EncodingCache(folder.resolve("cache"))
                .encoded(part, read.vocabulary(), 2, bytes -> {})
                .corpus();
        return Probabilities.of(
                read.open(Arithmetic.fastest(), Workers.of(2)),
                corpus,
                IntStream.range(0, corpus.size()).toArray(),
                read.architecture().truncation(),
                read.architecture().labels().size());
    }

    private static float[] probabilities(List<Prediction> predictions) {
        List<Float> all = new ArrayList<>();
        predictions.forEach(prediction -> all.addAll(prediction.probabilities().values()));
        float[] flat = new float[all.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = all.get(i);
        }
        return flat;
    }

    @Test
    void saysWhatTheEvaluationOfATrainingSays() throws IOException {
        for (String name : List.of("train.tsv", "test.tsv")) {
            CorpusPart part = sample(name);
            try (Classifier classifier = Classifier.open(SHIPPED_MODEL)) {
                assertThat(probabilities(classifier.classify(texts(part))))
                        .containsExactly(evaluated(SHIPPED_MODEL, part));
            }
        }
    }

    @Test
    void everyKindOfModelSaysWhatItsEvaluationSays() throws IOException {
        CorpusPart part = sample("test.tsv");
        for (CellKind kind : CellKind.values()) {
            for (int classes : new int[] {2, 3}) {
                Path model = folder.resolve(kind + "-" + classes);
                ModelFolder.write(TinyModels.of(kind, classes), model, ModelFolder.More.NOTHING);
                try (Classifier classifier = Classifier.open(model)) {
                    assertThat(probabilities(classifier.classify(texts(part))))
                            .as(model.getFileName().toString())
                            .containsExactly(evaluated(model, part));
                }
            }
        }
    }

    @Test
    void plainJavaAndTheVectorApiSayTheSame() throws IOException {
        List<String> texts = texts(sample("test.tsv"));
        assertThat(Arithmetic.fastest()).as("the tests' Java has the module").isNotSameAs(Arithmetic.SCALAR);
        try (Classifier scalar = Classifier.open(List.of(SHIPPED_MODEL), Arithmetic.SCALAR, Workers.NONE);
                Classifier vector = Classifier.open(List.of(SHIPPED_MODEL), Arithmetic.fastest(), Workers.of(2))) {
            assertThat(scalar.classify(texts)).isEqualTo(vector.classify(texts));
            assertThat(scalar.classify(texts.get(3))).isEqualTo(vector.classify(texts.get(3)));
        }
    }
}
