package tritone.cli;

import picocli.CommandLine.Command;

/** Groups the commands about models on disk. */
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Looks at models, checks them and makes them smaller.",
        subcommands = {ModelShowCommand.class, ModelVerifyCommand.class, ModelQuantizeCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  tritone model show models/mine",
            "  tritone model quantize models/mine --to int8 --output models/small"
        })
final class ModelCommand {}
