package tritone.cli;

import picocli.CommandLine.Command;

/** Groups the commands about corpora. */
@Command(
        name = "corpus",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Looks at reviews and turns them into ids.",
        subcommands = {CorpusStatsCommand.class, CorpusCheckCommand.class, CorpusEncodeCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone corpus stats",
            "  tritone corpus check train.tsv test.tsv",
            "  tritone corpus encode reviews.csv --vocab vocab/mine"
        })
final class CorpusCommand {}
