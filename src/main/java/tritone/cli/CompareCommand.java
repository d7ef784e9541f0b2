package tritone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import tritone.comparison.Comparison;
import tritone.comparison.ComparisonPlan;
import tritone.comparison.Contender;
import tritone.comparison.Contenders;
import tritone.comparison.Variation;
import tritone.network.CellKind;
import tritone.report.Json;
import tritone.training.Preset;
import tritone.training.Setting;

/** Which cell to trust. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        modelTransformer = ComparisonOptions.class,
        sortOptions = false,
        description = {
            "Trains cells under the same conditions, seed by seed, and reports which differences mean something, what they"
                    + " cost and where they come from: report.html, report.md, comparison.json, curves.csv and"
                    + " predictions.csv.",
            "Every run is kept in the report's folder: the same command goes on where it was stopped, and a seed or a cell"
                    + " more costs its own runs only.",
            "Options of a plan are for all cells that know them; --CELL.OPTION, as in --lstm.units 64, is for one cell. Usual"
                    + " values are those of a GRU by the lecture preset; without --preset it is quick."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone compare                                    the sample, five contenders, three seeds",
            "  tritone compare reviews.csv --seeds 5 --preset lecture --lstm.units 64",
            "  tritone compare reviews.csv --folds 5 --match parameters",
            "  tritone compare reviews.csv --cells simple-rnn --vary clip=none,1 --vary window=16,64,all"
        })
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CorpusOptions corpus;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--cells",
            paramLabel = "CELL",
            split = ",",
            converter = CellConverter.class,
            defaultValue = "simple-rnn,lstm,gru,bag,linear",
            description = "What is compared (default: ${DEFAULT-VALUE}).")
    private List<CellKind> cells;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            converter = SeedsConverter.class,
            defaultValue = "3",
            description = "How many seeds, from 1 on, or which, as in 1,5,9 (default: ${DEFAULT-VALUE}).")
    private Seeds seeds;

    @Option(
            names = "--test",
            paramLabel = "SET",
            defaultValue = TestChoice.AUTO,
            description =
                    "What is compared on: auto takes the corpus' test part or, where there is none, the reviews that"
                            + " are validated on; validation always takes these; else another corpus (default: ${DEFAULT-VALUE}).")
    private String test;

    @Option(
            names = "--folds",
            paramLabel = "N",
            converter = ThreadsOption.PositiveConverter.class,
            defaultValue = "1",
            description = "Cut the reviews into so many parts and hold each back once; all of them are compared on"
                    + " (default: ${DEFAULT-VALUE}, no cutting).")
    private int folds;

    @Option(
            names = "--match",
            paramLabel = "WHAT",
            converter = MatchConverter.class,
            defaultValue = "nothing",
            description =
                    "parameters chooses widths that make recurrent cells equally large; time lets every network learn as"
                            + " long as the slowest takes (default: ${DEFAULT-VALUE}).")
    private ComparisonPlan.Match match;

    @Option(
            names = "--vary",
            paramLabel = "SETTING=VALUE,...",
            converter = VariationConverter.class,
            description = "A contender for each value of an option of a plan; of several, for each combination.")
    private List<Variation> variations = List.of();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Folder for the report and its runs (default: reports/compare-CORPUS).")
    private Path report;

    @Option(names = "--json", description = "Print the comparison as one JSON object.")
    private boolean json;

    /** How many or which. */
    record Seeds(List<Long> numbers) {}

    @Override
    public Integer call() throws IOException {
        ComparisonPlan plan = plan();
        ComparisonSession session = new ComparisonSession(
                spec.commandLine(),
                corpus.name(),
                folder(),
                new PlanSources(threads.threads(), corpus.passedOver()),
                new TestChoice(test),
                variations);
        try (StopSignal signal = new StopSignal()) {
            signal.hold();
            Optional<Comparison> comparison = session.run(plan, signal);
            if (comparison.isEmpty()) {
                PrintWriter err = spec.commandLine().getErr();
                err.println("tritone: stopped; the same command goes on");
                err.flush();
                return Failures.INTERRUPTED;
            }
            PrintWriter out = spec.commandLine().getOut();
            out.print(
                    json
                            ? Json.render(comparison.get()) + "\n"
                            : Escaped.text(ComparedReport.render(comparison.get(), folder())));
            out.flush(); // before the signal lets the process end
            return 0;
        }
    }

    private ComparisonPlan plan() {
        if (EnumSet.copyOf(cells).size() < cells.size()) {
            throw new ParameterException(spec.commandLine(), "--cells must be different ones but was " + cells);
        }
        if (folds > 1 && !test.equals(TestChoice.AUTO) && !test.equals(TestChoice.VALIDATION)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--folds compares on the reviews that each fold holds back, so it takes no --test");
        }
        checkMatch(ComparisonPlan.Match.PARAMETERS, Setting.UNITS);
        checkMatch(ComparisonPlan.Match.TIME, Setting.EPOCHS);
        checkMatch(ComparisonPlan.Match.TIME, Setting.STEPS);
        try {
            return new ComparisonPlan(contenders(), seeds.numbers(), folds, match);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    /** What matching decides cannot be varied as well. */
    private void checkMatch(ComparisonPlan.Match decides, Setting setting) {
        if (match == decides && variations.stream().anyMatch(variation -> variation.setting() == setting)) {
            throw new ParameterException(
                    spec.commandLine(), "--match " + match + " decides " + setting + ", so it cannot be varied");
        }
    }

    private List<Contender> contenders() {
        Map<Setting, String> common = corpus.settings();
        common.putIfAbsent(Setting.CORPUS, corpus.name());
        common.putAll(PlanOptions.typed(spec.commandLine().getParseResult()));
        common.putIfAbsent(Setting.PRESET, Preset.QUICK.toString());
        if (folds > 1) {
            if (common.containsKey(Setting.VALIDATION)) {
                throw new IllegalArgumentException("--folds says what is validated on, so it takes no --validation");
            }
            common.put(Setting.VALIDATION, "1/" + folds);
        }
        Map<CellKind, Map<Setting, String>> own =
                ComparisonOptions.own(spec.commandLine().getParseResult());
        own.keySet().stream().filter(cell -> !cells.contains(cell)).findFirst().ifPresent(cell -> {
            throw new IllegalArgumentException(
                    "there is an option for " + cell + ", which is none of the cells " + cells);
        });
        return new Contenders(common, own, variations, CompareCommand::complete).of(cells);
    }

    /** Adds what follows from language models and vectors that were named. */
    private static void complete(Map<Setting, String> settings) {
        try {
            LanguageModels.complete(settings);
            WordVectorFiles.complete(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder() {
        return report != null ? report : Path.of("reports", "compare-" + CorpusNames.shortName(corpus.name()));
    }

    private static final class CellConverter implements ITypeConverter<CellKind> {
        @Override
        public CellKind convert(String value) {
            return Choices.named(CellKind.class, value.strip());
        }
    }

    private static final class MatchConverter implements ITypeConverter<ComparisonPlan.Match> {
        @Override
        public ComparisonPlan.Match convert(String value) {
            return Choices.named(ComparisonPlan.Match.class, value);
        }
    }

    private static final class VariationConverter implements ITypeConverter<Variation> {
        @Override
        public Variation convert(String value) {
            return CorpusOptions.converted(() -> Variation.of(value));
        }
    }

    private static final class SeedsConverter implements ITypeConverter<Seeds> {
        private static final int MOST = 1000;

        @Override
        public Seeds convert(String value) {
            if (!value.matches("\\d{1,18}(,\\d{1,18})*")) {
                throw new TypeConversionException(
                        "must be a number of seeds or different seeds with commas between them but was " + value);
            }
            List<Long> numbers = new ArrayList<>();
            Arrays.stream(value.split(",")).forEach(number -> numbers.add(Long.valueOf(number)));
            if (numbers.size() == 1) {
                long count = numbers.get(0);
                if (count < 1 || count > MOST) {
                    throw new TypeConversionException("must be from 1 to " + MOST + " seeds but was " + value);
                }
                return new Seeds(LongStream.rangeClosed(1, count).boxed().toList());
            }
            if (numbers.stream().distinct().count() < numbers.size()) {
                throw new TypeConversionException("must be different seeds but was " + value);
            }
            return new Seeds(numbers);
        }
    }
}
