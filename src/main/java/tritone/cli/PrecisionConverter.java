package tritone.cli;

import picocli.CommandLine.ITypeConverter;
import tritone.tensors.Precision;

/** How numbers are kept, as an option names it. */
final class PrecisionConverter implements ITypeConverter<Precision> {
    @Override
    public Precision convert(String value) {
        return Choices.named(Precision.class, value);
    }
}
