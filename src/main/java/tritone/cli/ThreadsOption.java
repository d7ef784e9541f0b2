package tritone.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How many threads work; no result depends on it. */
final class ThreadsOption {
    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = PositiveConverter.class,
            description = "Threads to work with (default: one per processor); results do not depend on it.")
    private Integer threads;

    int threads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /** A whole number from 1 on. */
    static final class PositiveConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            if (!value.matches("[1-9]\\d{0,8}")) {
                throw new TypeConversionException("must be a whole number from 1 on but was " + value);
            }
            return Integer.valueOf(value);
        }
    }
}
