package tritone.cli;

import picocli.CommandLine.Command;

/** Groups the commands about vocabularies. */
@Command(
        name = "vocab",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Makes and shows vocabularies.",
        subcommands = {VocabBuildCommand.class, VocabShowCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone vocab build reviews.csv --output vocab/mine",
            "  tritone vocab show mine great awful",
            "  tritone vocab show mine --near great"
        })
final class VocabCommand {}
