package tritone.cli;

import picocli.CommandLine.Command;

/** Groups the benchmarks. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Measures how fast this machine does the work.",
        subcommands = {BenchmarkEncodeCommand.class, BenchmarkTrainCommand.class, BenchmarkClassifyCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone benchmark encode reviews.tsv --json",
            "  tritone benchmark train reviews.tsv --cell lstm --json",
            "  tritone benchmark classify reviews.tsv --json"
        })
final class BenchmarkCommand {}
