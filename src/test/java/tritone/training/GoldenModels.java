package tritone.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tritone.files.WholeFolder;
import tritone.model.CorpusSource;
import tritone.model.Machine;
import tritone.model.Model;
import tritone.model.ModelFolder;
import tritone.model.Provenance;
import tritone.model.Software;
import tritone.tensors.Precision;

/**
 * Trains the small models in {@code src/test/resources/tritone/model/golden}. They are there to be read by every later
 * version, so train no model again that is there: add new ones, and let {@code src/test/python/forward.py} say what they
 * say. Run it as
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test
 * java -cp target/test-classes:target/classes:$(cat target/classpath) tritone.training.GoldenModels FOLDER
 * </pre>
 */
final class GoldenModels {
    private static final int WORDS = 40;
    private static final int REVIEWS = 120;

    /** By name: classes, precision, and settings. */
    private static final Map<String, String> MODELS = new LinkedHashMap<>();

    static {
        MODELS.put("rnn-tanh", "2 float32 cell=simple-rnn");
        MODELS.put(
                "rnn-relu-layer-backward",
                "2 float16 cell=simple-rnn variant=relu direction=backward readout=mean normalisation=layer");
        MODELS.put("rnn-batch-max", "5 float32 cell=simple-rnn readout=max normalisation=batch layers=2");
        MODELS.put("lstm-both-levels", "5 float32 cell=lstm direction=both layers=2 readout=last-mean-max");
        MODELS.put("lstm-backward", "2 int8 cell=lstm direction=backward");
        MODELS.put(
                "lstm-peepholes-batch",
                "2 float16 cell=lstm variant=peepholes normalisation=batch direction=both readout=attention");
        MODELS.put("gru-before-max", "2 int8 cell=gru direction=both readout=max");
        MODELS.put(
                "gru-after-levels",
                "5 int8 cell=gru variant=reset-after direction=backward layers=2 readout=attention normalisation=layer");
        MODELS.put("gru-of-one-unit", "2 int8 cell=gru units=1 embedding=1");
        MODELS.put("bag", "2 float32 cell=bag readout=mean");
        MODELS.put("bag-attention", "5 int8 cell=bag readout=attention normalisation=layer");
        MODELS.put("bag-last-mean-max", "2 float16 cell=bag readout=last-mean-max normalisation=batch");
        MODELS.put("linear", "2 float32 cell=linear");
        MODELS.put("linear-five", "5 int8 cell=linear");
        // From here on of format 2, with temperatures.
        MODELS.put("gru-of-format-2", "2 float32 cell=gru epochs=1 rate=0.01");
        MODELS.put("lstm-of-format-2", "5 float16 cell=lstm direction=both");
        MODELS.put("linear-of-format-2", "5 int8 cell=linear");
    }

    private GoldenModels() {}

    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[0]);
        Path work = Files.createTempDirectory("golden");
        try {
            for (Map.Entry<String, String> entry : MODELS.entrySet()) {
                String[] words = entry.getValue().split(" ", 3);
                Model model = train(work, entry.getKey(), Integer.parseInt(words[0]), words[2]);
                Precision precision = Precision.valueOf(words[1].toUpperCase(java.util.Locale.ROOT));
                ModelFolder.write(model.in(precision), target.resolve(entry.getKey()), ModelFolder.More.NOTHING);
            }
        } finally {
            WholeFolder.delete(work);
        }
    }

    private static Model train(Path work, String name, int classes, String settings) throws IOException {
        TrainingPlan plan = Plans.small(("rate=0.03 epochs=4 " + settings)
                .replaceFirst("rate=\\S+ epochs=4 (?=.*cell=linear)", "")
                .split(" "));
        TrainingData data = Plans.data(plan, work, reviews(work, classes));
        Trained trained = new TrainingRunner(
                        work.resolve(name), Duration.ofHours(1), 1, new StepsWatcher(Integer.MAX_VALUE))
                .run(plan, data)
                .orElseThrow();
        Provenance provenance = new Provenance(
                Software.here(),
                new Machine("a virtual machine", "a system", "a processor", 1),
                List.of(new CorpusSource(
                        "reviews.tsv", "train", data.sources().get(0).sha256())),
                "2026-01-31",
                0,
                1,
                "tritone train reviews.tsv --cell " + plan.cell());
        return trained.model(plan, data, provenance);
    }

    /** Words from a row of them, most of them from that part of it that belongs to the label. */
    private static Path reviews(Path folder, int classes) throws IOException {
        Random random = new Random(9);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < REVIEWS; i++) {
            int label = i % classes;
            rows.append("r")
                    .append(i)
                    .append('\t')
                    .append(classes == 2 ? List.of("neg", "pos").get(label) : label + 1);
            int length = 4 + random.nextInt(12);
            for (int word = 0; word < length; word++) {
                int from = random.nextInt(3) == 0 ? random.nextInt(classes) : label;
                int number = (from * WORDS / classes + random.nextInt(WORDS / classes)) % WORDS;
                rows.append(word == 0 ? '\t' : ' ').append(word(number));
            }
            rows.append('\n');
        }
        return Files.writeString(folder.resolve("reviews-" + classes + ".tsv"), rows);
    }

    /** Two syllables. */
    private static String word(int number) {
        return "" + "bdfgklmn".charAt(number % 8) + "aeiou".charAt(number / 8) + "rst".charAt(number % 3) + "o";
    }
}
