package tritone.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** Options whose value is one of a few words: the constants of an enum as they print themselves. */
final class Choices {
    private Choices() {}

    static <E extends Enum<E>> E named(Class<E> choices, String value) {
        for (E choice : choices.getEnumConstants()) {
            if (choice.toString().equals(value)) {
                return choice;
            }
        }
        String all = Arrays.stream(choices.getEnumConstants()).map(E::toString).collect(Collectors.joining(", "));
        throw new TypeConversionException("must be one of " + all + " but was " + value);
    }
}
