package tritone.cli;

import picocli.CommandLine.Command;

/** Groups the commands about corpora. */
@Command(
        name = "corpus",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Fetches reviews, looks at them, tells what is wrong with them, converts them and turns them into ids.",
        subcommands = {
            CorpusFetchCommand.class,
            CorpusStatsCommand.class,
            CorpusCheckCommand.class,
            CorpusConvertCommand.class,
            CorpusEncodeCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone corpus fetch imdb",
            "  tritone corpus stats",
            "  tritone corpus check train.tsv test.tsv",
            "  tritone corpus convert reviews.csv --output reviews.parquet",
            "  tritone corpus encode reviews.csv --vocab vocab/mine"
        })
final class CorpusCommand {}
