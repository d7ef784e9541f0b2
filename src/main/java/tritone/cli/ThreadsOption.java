package tritone.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How many threads work; no result depends on it. */
final class ThreadsOption {
    private static final int MOST = 1024;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = ThreadsConverter.class,
            description = "Threads to work with (default: one per processor); results do not depend on it.")
    private Integer threads;

    int threads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /** More threads than any machine has are a typing error, and each takes memory. */
    private static final class ThreadsConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            int threads = new PositiveConverter().convert(value);
            if (threads > MOST) {
                throw new TypeConversionException("must be at most " + MOST + " but was " + value);
            }
            return threads;
        }
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
