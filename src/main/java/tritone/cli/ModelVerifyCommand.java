package tritone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tritone.model.Model;
import tritone.model.ModelFolder;
import tritone.tensors.Tensor;

/** Checks a model's files. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Reads all of a model and compares every size and sum with what was written.",
        footerHeading = "%nExamples:%n",
        footer = "  tritone model verify models/mine")
final class ModelVerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = Models.DESCRIPTION)
    private String name;

    @Override
    public Integer call() throws IOException {
        Path folder = Models.folder(name);
        Model model = ModelFolder.verify(folder);
        long numbers =
                model.weights().values().stream().mapToLong(Tensor::length).sum();
        spec.commandLine()
                .getOut()
                .println(folder + ": whole and as it was written; "
                        + model.architecture().cell() + ", "
                        + TextTable.figure(numbers) + " numbers, " + model.precision() + ", "
                        + TextTable.figure(model.vocabulary().size()) + " ids");
        return 0;
    }
}
