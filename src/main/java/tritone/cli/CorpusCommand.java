package tritone.cli;

import picocli.CommandLine.Command;

/** Groups the commands about corpora. */
@Command(
        name = "corpus",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Fetches reviews, looks at them, tells what is wrong with them, converts them, cuts them into parts and turns them into ids.",
        subcommands = {
            CorpusFetchCommand.class,
            CorpusStatsCommand.class,
            CorpusCheckCommand.class,
            CorpusConvertCommand.class,
            CorpusSplitCommand.class,
            CorpusEncodeCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone corpus fetch imdb",
            "  tritone corpus stats",
            "  tritone corpus check train.tsv test.tsv",
            "  tritone corpus convert reviews.csv --output reviews.parquet",
            "  tritone corpus split reviews.csv --parts train=0.8,test=0.2 --output mine",
            "  tritone corpus encode reviews.csv --vocab vocab/mine"
        })
final class CorpusCommand {}
