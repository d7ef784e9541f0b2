package tritone.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import tritone.text.Chain;

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

    private static final class ChainConverter implements ITypeConverter<Chain> {
        @Override
        public Chain convert(String value) {
            return CorpusOptions.converted(() -> Chain.parse(value));
        }
    }
}
