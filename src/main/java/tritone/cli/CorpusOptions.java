package tritone.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusFormat;
import tritone.corpus.Field;
import tritone.corpus.Labels;
import tritone.corpus.PassedOver;
import tritone.corpus.ReadingOptions;
import tritone.training.Setting;
import tritone.training.Settings;

/** The corpus that a command works on, and how to read it. */
final class CorpusOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            index = "0+", // after those of the command itself
            paramLabel = "CORPUS",
            arity = "0..*",
            description = {
                "Files or folders of reviews, names of folders in corpora, patterns such as 'reviews/*.csv', or - for"
                        + " standard input (default: sample). Several are one corpus.",
                "See corpora/README.md for every format."
            })
    private List<String> corpora = List.of();

    @Mixin
    private TableOptions table;

    @Mixin
    private BadRowsOption badRows;

    @Option(
            names = "--labels",
            paramLabel = "LABEL,...",
            converter = LabelsConverter.class,
            description = "All classes, as in 1,2,3,4,5; any other label is an error.")
    private Labels labels;

    /** The classes, if they were named. */
    Optional<Labels> labels() {
        return Optional.ofNullable(labels);
    }

    /** As it was typed. */
    String name() {
        return corpora.isEmpty() ? "sample" : CorpusNames.joined(corpora);
    }

    Corpus open() throws IOException {
        checkNames();
        return CorpusNames.open(name(), table.reading(labels()).passingOver(badRows.taker()));
    }

    private void checkNames() {
        corpora.forEach(corpus -> checkName(spec.commandLine(), corpus));
        if (corpora.size() > 1 && corpora.contains("-")) {
            throw new ParameterException(spec.commandLine(), "- must be the only CORPUS but others stand beside it");
        }
    }

    /** The rows that readings pass over if a plan says so. */
    PassedOver passedOver() {
        return badRows.passedOver();
    }

    /** No name would mean the folder one stands in. */
    static void checkName(CommandLine command, String corpus) {
        if (corpus.isBlank()) {
            throw new ParameterException(command, "CORPUS must be a file, a folder or - but was empty");
        }
    }

    /** What was typed, as a plan writes it. */
    Map<Setting, String> settings() {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        if (!corpora.isEmpty()) {
            checkNames();
            settings.put(Setting.CORPUS, name());
        }
        table.format().ifPresent(format -> settings.put(Setting.FORMAT, format.toString()));
        if (!table.columns().isEmpty()) {
            settings.put(
                    Setting.COLUMNS,
                    table.columns().entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining(",")));
        }
        table.header().ifPresent(header -> settings.put(Setting.HEADER, header.toString()));
        table.charset().ifPresent(charset -> settings.put(Setting.CHARSET, charset.toString()));
        badRows.typed().ifPresent(onError -> settings.put(Setting.ON_ERROR, onError.toString()));
        table.escapes().ifPresent(escapes -> settings.put(Setting.ESCAPES, escapes.toString()));
        if (labels != null) {
            settings.put(Setting.LABELS, String.join(",", labels.names()));
        }
        return settings;
    }

    /** How a plan says that its corpus is read; bad rows go where it is said, if it passes over them. */
    static ReadingOptions reading(Settings settings, PassedOver passedOver) {
        Map<Field, String> columns = new LinkedHashMap<>();
        settings.text(Setting.COLUMNS).ifPresent(text -> {
            for (String part : text.split(",")) {
                String[] sides = part.split("=", 2);
                if (sides.length < 2) {
                    throw new IllegalArgumentException(Setting.COLUMNS + " must be FIELD=COLUMN but was " + part);
                }
                columns.put(Field.named(sides[0].strip()), sides[1].strip());
            }
        });
        Boolean escapes = settings.text(Setting.ESCAPES)
                .map(text -> truth(Setting.ESCAPES, text))
                .orElse(null);
        return new ReadingOptions(
                        settings.text(Setting.FORMAT).map(CorpusFormat::named),
                        columns,
                        settings.text(Setting.HEADER).map(text -> truth(Setting.HEADER, text)),
                        settings.text(Setting.LABELS).map(CorpusOptions::labels))
                .with(TableOptions.escapes(escapes))
                .in(settings.text(Setting.CHARSET).map(TableOptions::charset))
                .passingOver(settings.text(Setting.ON_ERROR)
                        .map(CorpusOptions::onError)
                        .flatMap(onError -> onError == OnBadRow.SKIP ? Optional.of(passedOver) : Optional.empty()));
    }

    private static OnBadRow onError(String text) {
        try {
            return OnBadRow.named(text);
        } catch (TypeConversionException e) {
            throw new IllegalArgumentException(Setting.ON_ERROR + " " + e.getMessage(), e);
        }
    }

    private static boolean truth(Setting setting, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(setting + " must be true or false but was " + text);
        }
        return text.equals("true");
    }

    private static Labels labels(String text) {
        return Labels.of(Arrays.asList(text.split(",")));
    }

    /** By commas. */
    static final class LabelsConverter implements ITypeConverter<Labels> {
        @Override
        public Labels convert(String value) {
            return converted(() -> labels(value));
        }
    }

    /** What a library refuses as an argument is wrong usage here. */
    static <T> T converted(Supplier<T> conversion) {
        try {
            return conversion.get();
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
