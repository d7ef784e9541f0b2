package tritone.cli;

import picocli.CommandLine.Command;

/** Groups what is learnt before a classifier is. */
@Command(
        name = "pretrain",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Learns about words from reviews, with labels or without, before a classifier learns from labels.",
        subcommands = {PretrainVectorsCommand.class, PretrainLanguageModelCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone pretrain vectors reviews.tsv more.txt --output vocab/mine",
            "  tritone pretrain language-model reviews.tsv more.txt --cell gru --output models/mine-lm"
        })
final class PretrainCommand {}
