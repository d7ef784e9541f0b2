package tritone.cli;

import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tritone.text.Chain;
import tritone.text.ChainFiles;
import tritone.text.WordFileException;
import tritone.training.Setting;

/** How characters become tokens. */
final class ChainOption {
    @Option(
            names = "--chain",
            paramLabel = "STEPS",
            defaultValue = "html,simple,contractions,emoticons,lowercase",
            converter = ChainConverter.class,
            description =
                    "Steps from characters to tokens (default: ${DEFAULT-VALUE}); 'tritone tokens --steps' lists all.")
    private Chain chain;

    Chain chain() {
        return chain;
    }

    /** Puts the words of files that a plan's chain names into it. */
    static void complete(Map<Setting, String> settings) throws IOException {
        String chain = settings.get(Setting.CHAIN);
        if (chain != null) {
            settings.put(Setting.CHAIN, ChainFiles.read(chain));
        }
    }

    private static final class ChainConverter implements ITypeConverter<Chain> {
        @Override
        public Chain convert(String value) {
            try {
                String carried = ChainFiles.read(value);
                return CorpusOptions.converted(() -> Chain.parse(carried));
            } catch (IOException | WordFileException e) {
                throw new TypeConversionException(Failures.words(e));
            }
        }
    }
}
