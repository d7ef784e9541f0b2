package tritone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.model.Model;
import tritone.model.ModelFolder;
import tritone.training.Teacher;

/** Finds a model by the name of a folder in {@code models/} or by its folder. */
final class Models {
    static final String DESCRIPTION = "Name of a folder in models/, or a folder that 'tritone train' wrote.";

    private Models() {}

    static Path folder(String name) {
        return Home.find("models", name);
    }

    static Teacher teacher(String name, Workers workers) throws IOException {
        return new Teacher(
                name, ModelFolder.open(folder(name), Arithmetic.fastest(), workers), ModelFolder.sum(folder(name)));
    }

    /** What tells these models from others. */
    static String sums(List<String> names) throws IOException {
        StringBuilder sums = new StringBuilder();
        for (String name : names) {
            sums.append(ModelFolder.sum(folder(name))).append(' ');
        }
        return sums.toString().strip();
    }

    static Model read(String name) throws IOException {
        return ModelFolder.read(folder(name));
    }
}
