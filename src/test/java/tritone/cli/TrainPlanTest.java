package tritone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tritone.training.PlanFile;
import tritone.training.Setting;

/** From options and plan files to the plan that is followed. */
class TrainPlanTest {
    @TempDir
    private Path folder;

    private static final Map<Setting, String> CHANGES = new EnumMap<>(Setting.class);

    static {
        // A value, after a bar what else has to be said for it to matter, and after another what goes with it alone.
        CHANGES.put(Setting.PRESET, "best | --vectors none");
        CHANGES.put(Setting.CELL, "lstm");
        CHANGES.put(Setting.CHAIN, "whitespace");
        CHANGES.put(Setting.VOCAB, "VOCAB");
        CHANGES.put(Setting.VOCAB_SIZE, "6");
        CHANGES.put(Setting.MIN_COUNT, "15");
        CHANGES.put(Setting.MAX_TOKENS, "2");
        CHANGES.put(Setting.KEEP, "head | --max-tokens 3");
        CHANGES.put(Setting.VALIDATION, "0.4");
        CHANGES.put(Setting.CUT_BY, "stratum | --groups GROUPS");
        CHANGES.put(Setting.GROUPS, "GROUPS");
        CHANGES.put(Setting.CUT_SEED, "11");
        CHANGES.put(Setting.VARIANT, "reset-after");
        CHANGES.put(Setting.EMBEDDING, "5");
        CHANGES.put(Setting.UNITS, "7");
        CHANGES.put(Setting.LAYERS, "2");
        CHANGES.put(Setting.DIRECTION, "both");
        CHANGES.put(Setting.READOUT, "attention");
        CHANGES.put(Setting.NORMALISATION, "layer");
        CHANGES.put(Setting.INIT, "he");
        CHANGES.put(Setting.RECURRENT_INIT, "identity");
        CHANGES.put(Setting.FORGET_BIAS, "2 | --cell lstm");
        CHANGES.put(Setting.VECTORS, "VECTORS");
        CHANGES.put(Setting.FREEZE_VECTORS, "1 | --vectors VECTORS");
        CHANGES.put(Setting.FROM, "MODEL");
        CHANGES.put(Setting.FREEZE_CELLS, "1 | --from MODEL");
        CHANGES.put(Setting.TEACHERS, "TEACHER | | --unlabelled UNLABELLED");
        CHANGES.put(Setting.UNLABELLED, "UNLABELLED | | --teachers TEACHER");
        CHANGES.put(Setting.INPUT_DROPOUT, "0.5");
        CHANGES.put(Setting.STATE_DROPOUT, "0.5");
        CHANGES.put(Setting.WORD_DROPOUT, "0.5");
        CHANGES.put(Setting.LABEL_SMOOTHING, "0.3");
        CHANGES.put(Setting.CLASS_WEIGHTS, "1,3");
        CHANGES.put(Setting.OPTIMISER, "nadam");
        CHANGES.put(Setting.UPDATES, "dense | --batch 2");
        CHANGES.put(Setting.MOMENTUM, "0.5 | --optimiser momentum");
        CHANGES.put(Setting.WEIGHT_DECAY, "0.1 | --optimiser adamw");
        CHANGES.put(Setting.CLIP_NORM, "1e-3 | --optimiser sgd");
        CHANGES.put(Setting.CLIP_VALUE, "1e-4 | --optimiser sgd");
        CHANGES.put(Setting.RATE, "0.02");
        CHANGES.put(Setting.SCHEDULE, "constant");
        CHANGES.put(Setting.BATCH, "3");
        CHANGES.put(Setting.WINDOW, "2");
        CHANGES.put(Setting.EPOCHS, "3");
        CHANGES.put(Setting.STEPS, "4");
        CHANGES.put(Setting.STOP_ON, "accuracy | --epochs 4 --rate 1e-9");
        CHANGES.put(Setting.PATIENCE, "1 | --epochs 4 --stop-on accuracy --rate 1e-9");
        CHANGES.put(Setting.AVERAGE, "2");
        CHANGES.put(Setting.SEED, "2");
        CHANGES.put(Setting.PHRASE_WORDS, "1 | --cell linear");
        CHANGES.put(Setting.MIN_REVIEWS, "9 | --cell linear");
        CHANGES.put(Setting.SMOOTHING, "0.1 | --cell linear");
        CHANGES.put(Setting.PENALTY, "0.5 | --cell linear");
    }

    private Path films() throws IOException {
        TinyCorpora.groups(folder.resolve("groups.tsv"), 24);
        return TinyCorpora.decided(folder.resolve("films.tsv"), 24, "pos", "neg");
    }

    private String named(String value) {
        return value.replace("GROUPS", folder.resolve("groups.tsv").toString())
                .replace("VOCAB", folder.resolve("vocab").toString())
                .replace("MODEL", folder.resolve("lm").toString())
                .replace("VECTORS", folder.resolve("vectors.txt").toString())
                .replace("TEACHER", folder.resolve("teacher").toString())
                .replace("UNLABELLED", folder.resolve("others.tsv").toString());
    }

    private void learnLanguageModel() throws IOException {
        List<Object> words = new ArrayList<>(List.of("pretrain", "language-model", films()));
        words.addAll(List.of("--min-count", 1, "--units", 4, "--embedding", 4, "--epochs", 1));
        words.addAll(List.of("--output", folder.resolve("lm")));
        Cli.Result result = Cli.run(words.toArray());
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    /** A small network, where nothing else is said, on words of a vocabulary that has room for all. */
    private Path trained(String name, String options) throws IOException {
        List<Object> words = new ArrayList<>(List.of(films()));
        Arrays.stream(options.split(" "))
                .filter(word -> !word.isEmpty())
                .map(this::named)
                .forEach(words::add);
        if (!words.contains("--cell")) {
            words.addAll(List.of("--cell", "gru"));
        }
        if (!words.contains("linear")) {
            List.of("--units 4", "--embedding 4", "--epochs 2", "--stop-on none", "--batch 8", "--rate 0.01").stream()
                    .map(usual -> usual.split(" "))
                    .filter(usual -> !words.contains(usual[0]))
                    .forEach(usual -> words.addAll(List.of(usual)));
        }
        TinyCorpora.train(folder.resolve(name), words.toArray());
        return folder.resolve(name);
    }

    /** All that have an option which is about more than how the corpus is read. */
    private static Stream<Arguments> changes() {
        return CHANGES.entrySet().stream().map(change -> {
            String[] sides = (change.getValue() + " | | ").split(" \\|", 4);
            return Arguments.of(change.getKey(), sides[0], sides[1], sides[2]);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void everyOptionIsFollowedAndWrittenDown(Setting setting, String value, String beside, String alone)
            throws IOException {
        TinyCorpora.decided(folder.resolve("others.tsv"), 9, "pos", "neg");
        Cli.run("vocab", "build", folder.resolve("others.tsv"), "--output", folder.resolve("vocab"));

        if ((value + beside).contains("MODEL")) {
            learnLanguageModel();
        }

        if ((value + beside).contains("VECTORS")) {
            Files.writeString(folder.resolve("vectors.txt"), "signa 1 0 0 0\nsignb 0 1 0 0\n");
        }
        if ((value + alone).contains("TEACHER")) {
            trained("teacher", "--seed 5");
        }

        Path before = trained("before", beside);
        Path after = trained("after", "--" + setting + " " + value + " " + beside + " " + alone);

        assertThat(PlanFile.read(after.resolve("plan.yaml"))).containsEntry(setting, named(value));
        assertThat(Files.readString(after.resolve("config.json"))).contains("\"" + setting + "\" : ");
        assertThat(result(after)).isNotEqualTo(result(before));
    }

    /** The weights and how many epochs led to them. */
    private static String result(Path model) throws IOException {
        int epochs = Files.readString(model.resolve("config.json")).split("\"epoch\" : ").length - 1;
        return TinyCorpora.weights(model) + " after " + epochs;
    }

    @ParameterizedTest
    @EnumSource
    void everySettingHasAnOptionInTheHelp(Setting setting) {
        String help = Cli.run("train", "--help").out();

        if (setting == Setting.CORPUS) {
            assertThat(help).contains("[CORPUS...]");
        } else {
            assertThat(help).containsAnyOf("--" + setting + "=", "--[no-]" + setting);
        }
        boolean reading = setting.compareTo(Setting.PRESET) < 0; // those come first
        assertThat(CHANGES.containsKey(setting)).isNotEqualTo(reading);
    }

    @Test
    void howTheCorpusIsReadIsInThePlanToo() throws IOException {
        Path table = Files.writeString(
                folder.resolve("table.txt"),
                Files.readString(films()).replace("id\tlabel\ttext\n", "").replace("neg", "zzz"));

        TinyCorpora.train(
                folder.resolve("model"),
                table,
                "--cell",
                "linear",
                "--format",
                "tsv",
                "--columns",
                "id=1,label=2,text=3",
                "--no-header",
                "--escapes",
                "--labels",
                "zzz,pos");
        TinyCorpora.train(folder.resolve("again"), "--plan", folder.resolve("model/plan.yaml"));

        assertThat(PlanFile.read(folder.resolve("model/plan.yaml")))
                .containsEntry(Setting.CORPUS, table.toString())
                .containsEntry(Setting.FORMAT, "tsv")
                .containsEntry(Setting.COLUMNS, "id=1,label=2,text=3")
                .containsEntry(Setting.HEADER, "false")
                .containsEntry(Setting.ESCAPES, "true")
                .containsEntry(Setting.LABELS, "zzz,pos");
        assertThat(TinyCorpora.weights(folder.resolve("again")))
                .isEqualTo(TinyCorpora.weights(folder.resolve("model")));
    }

    @Test
    void optionsComeBeforeTheFileAndTheFileBeforeThePreset() throws IOException {
        Path plan = Files.writeString(
                folder.resolve("mine.yaml"),
                "# a comment\ncell: bag\ncorpus: " + films() + "\nembedding: 6\nepochs: 3 # few\npreset: quick\n"
                        + "vectors: none\n"
                        + "class-weights: [1, 2]\n");

        TinyCorpora.train(folder.resolve("model"), "--plan", plan, "--epochs", "2");

        assertThat(PlanFile.read(folder.resolve("model/plan.yaml")))
                .containsEntry(Setting.EPOCHS, "2")
                .containsEntry(Setting.EMBEDDING, "6")
                .containsEntry(Setting.CLASS_WEIGHTS, "1,2")
                .containsEntry(Setting.PRESET, "quick")
                .containsEntry(Setting.RATE, "0.005");
    }

    @Test
    void thePlanBesideAModelTrainsTheSameModel() throws IOException {
        Path first = trained("first", "--rate 1e-2 --input-dropout .2 --batch auto --epochs auto --steps 25");

        TinyCorpora.train(folder.resolve("second"), "--plan", first.resolve("plan.yaml"), "--threads", "1");

        assertThat(TinyCorpora.weights(folder.resolve("second"))).isEqualTo(TinyCorpora.weights(first));
        assertThat(folder.resolve("second/plan.yaml")).hasSameTextualContentAs(first.resolve("plan.yaml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit: 4 | 1 | PLAN: there is no setting called unit",
                "cell: [ | 1 | PLAN: line 1 is no YAML",
                "'' | 1 | 'PLAN: expected lines of \"setting: value\"'",
                "just words | 1 | 'PLAN: expected lines of \"setting: value\"'",
                "cell: | 1 | PLAN: cell must have one value or a plain list",
                "cell: rnn | 2 | cell must be one of simple-rnn, lstm, gru, bag, linear but was rnn",
                "units: 4.0 | 2 | units must be a whole number from 1 on but was 4.0",
                "penalty: 1 | 2 | penalty means nothing for the cell gru",
                "header: maybe | 2 | header must be true or false but was maybe",
                "format: doc | 2 | format must be one of tsv, csv, jsonl, lines, files but was doc",
                "columns: text | 2 | columns must be FIELD=COLUMN but was text",
                "columns: film=1 | 2 | 'column must be one of id, text, label, rating, group but was film'",
                "'labels: [pos, pos]' | 2 | labels must differ but pos is there twice",
                "vocab: nowhere | 1 | nowhere: no such file or folder",
            })
    void whatIsNoPlanIsOneSentence(String yaml, int exitCode, String sentence) throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.yaml"), yaml + "\n");

        TinyCorpora.assertFails(
                exitCode,
                sentence.replace("PLAN", plan.toString()),
                "train",
                films(),
                "--plan",
                plan,
                "--output",
                folder.resolve("model"));

        assertThat(TinyCorpora.names(folder)).containsExactly("films.tsv", "groups.tsv", "plan.yaml");
    }

    @Test
    void aPlanThatIsHugeMissingOrAFolderIsOneSentence() throws IOException {
        Path huge = Files.writeString(folder.resolve("huge.yaml"), "cell: gru #" + "x".repeat(1 << 20));

        TinyCorpora.assertFails(
                1, huge + ": expected at most 1048576 bytes", "train", "--plan", huge, "--output", folder.resolve("m"));
        TinyCorpora.assertFails(
                1, "nowhere.yaml: no such file or folder", "train", "--plan", "nowhere.yaml", "--output", "m");
        Cli.Result result = Cli.run("train", "--plan", folder, "--output", folder.resolve("m"));
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).startsWith("tritone: " + folder).hasLineCount(1);
    }
}
