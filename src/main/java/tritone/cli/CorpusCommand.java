package tritone.cli;

import picocli.CommandLine.Command;

/** Groups the commands about corpora. */
@Command(
        name = "corpus",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Fetches reviews, looks at them and turns them into ids.",
        subcommands = {CorpusStatsCommand.class, CorpusEncodeCommand.class, CorpusFetchCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone corpus stats",
            "  tritone corpus encode reviews.csv --vocab vocab/mine",
            "  tritone corpus fetch imdb"
        })
final class CorpusCommand {}
