package tritone.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tritone.model.ModelFolder;

/** Prints a model's card. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Prints the card of a model: what it is, how well it does, how it was made.",
        footerHeading = "%nExamples:%n",
        footer = "  tritone model show models/mine")
final class ModelShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = Models.DESCRIPTION)
    private String model;

    @Override
    public Integer call() throws IOException {
        spec.commandLine().getOut().print(Escaped.text(ModelFolder.card(Models.folder(model))));
        return 0;
    }
}
