package tritone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
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
import tritone.corpus.ReadingOptions;

/** The corpus that a command works on, and how to read it. */
final class CorpusOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            paramLabel = "CORPUS",
            arity = "0..1",
            defaultValue = "sample",
            description = {
                "A file or folder of reviews, the name of a folder in corpora, or - for standard input"
                        + " (default: ${DEFAULT-VALUE}).",
                "See corpora/README.md for every format."
            })
    private String corpus;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            description = "tsv, csv, jsonl, lines or files, where name and content do not tell.")
    private CorpusFormat format;

    @Option(
            names = "--columns",
            paramLabel = "FIELD=COLUMN",
            split = ",",
            converter = {FieldConverter.class, ColumnConverter.class},
            description =
                    "Columns by name or number, as in text=review_body,label=3; fields are id, text, label, rating"
                            + " and group.")
    private Map<Field, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--header",
            negatable = true,
            description = "The first row of a table names its columns; recognised if not said.")
    private Boolean header;

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

    Corpus open() throws IOException {
        ReadingOptions options =
                new ReadingOptions(Optional.ofNullable(format), columns, Optional.ofNullable(header), labels());
        if (corpus.isBlank()) {
            throw new ParameterException(spec.commandLine(), "CORPUS must be a file, a folder or - but was empty");
        }
        if (corpus.equals("-")) {
            return Corpus.of("stdin", System.in, options);
        }
        Path path = Home.find("corpora", corpus);
        return Corpus.open(path, options);
    }

    private static final class FormatConverter implements ITypeConverter<CorpusFormat> {
        @Override
        public CorpusFormat convert(String value) {
            return converted(() -> CorpusFormat.named(value));
        }
    }

    private static final class FieldConverter implements ITypeConverter<Field> {
        @Override
        public Field convert(String value) {
            return converted(() -> Field.named(value));
        }
    }

    private static final class LabelsConverter implements ITypeConverter<Labels> {
        @Override
        public Labels convert(String value) {
            return converted(() -> Labels.of(Arrays.asList(value.split(","))));
        }
    }

    private static final class ColumnConverter implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            return value;
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
