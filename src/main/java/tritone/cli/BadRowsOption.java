package tritone.cli;

import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import tritone.corpus.PassedOver;

/** What a bad row does to a command that counts rows or learns from them. */
final class BadRowsOption implements ReadsRows {
    @Option(
            names = "--on-error",
            paramLabel = "WHAT",
            converter = Converter.class,
            description =
                    "What a bad row does: fail, or skip to pass over it; then their number and the first places are"
                            + " told at the end, with exit code 4 (default: fail).")
    private OnBadRow typed;

    private final PassedOver passedOver = new PassedOver();

    /** What was typed. */
    Optional<OnBadRow> typed() {
        return Optional.ofNullable(typed);
    }

    @Override
    public PassedOver passedOver() {
        return passedOver;
    }

    /** What takes bad rows, if that was typed. */
    Optional<PassedOver> taker() {
        return typed == OnBadRow.SKIP ? Optional.of(passedOver) : Optional.empty();
    }

    private static final class Converter implements ITypeConverter<OnBadRow> {
        @Override
        public OnBadRow convert(String value) {
            return OnBadRow.named(value);
        }
    }
}
