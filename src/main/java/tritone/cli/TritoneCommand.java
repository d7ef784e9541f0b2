package tritone.cli;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;

/** The word that all commands begin with. */
@Command(
        name = "tritone",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Trains and measures classifiers of movie reviews: SimpleRNN, LSTM, GRU and two yardsticks.",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 a minimum missed, 4 some rows were bad, 130 stopped.",
            "@FILE reads arguments from a file."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone corpus stats                       the sample corpus in figures",
            "  tritone corpus stats reviews.csv --json    your own, as JSON",
            "  tritone tokens --text \"I didn't like it :(\" how a text becomes tokens",
            "  tritone train reviews.csv --cell gru --output models/mine",
            "  tritone evaluate --model models/mine labelled.csv",
            "  source <(tritone completion)               completion for this shell"
        })
final class TritoneCommand {
    /** Prints picocli's completion script under the name that people look for. */
    @Command(
            name = "completion",
            mixinStandardHelpOptions = true,
            description = "Prints a completion script for bash and zsh.",
            footerHeading = "%nExamples:%n",
            footer = "  source <(tritone completion)")
    static final class Completion extends GenerateCompletion {}
}
