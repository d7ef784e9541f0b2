package tritone.cli;

import picocli.CommandLine.Command;

/** Groups the benchmarks. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Measures how fast this machine does the work.",
        subcommands = BenchmarkEncodeCommand.class,
        footerHeading = "%nExamples:%n",
        footer = "  tritone benchmark encode reviews.tsv --json")
final class BenchmarkCommand {}
