package tritone.cli;

import picocli.CommandLine.Command;

/** Groups what is learnt before a classifier is. */
@Command(
        name = "pretrain",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Learns about words from reviews, with labels or without, before a classifier learns from labels.",
        subcommands = {PretrainVectorsCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {"  tritone pretrain vectors reviews.tsv more.txt --output vocab/mine"})
final class PretrainCommand {}
