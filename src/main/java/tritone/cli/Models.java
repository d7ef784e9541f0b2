package tritone.cli;

import java.io.IOException;
import java.nio.file.Path;
import tritone.model.Model;
import tritone.model.ModelFolder;

/** Finds a model by the name of a folder in {@code models/} or by its folder. */
final class Models {
    static final String DESCRIPTION = "Name of a folder in models/, or a folder that 'tritone train' wrote.";

    private Models() {}

    static Path folder(String name) {
        return Home.find("models", name);
    }

    static Model read(String name) throws IOException {
        return ModelFolder.read(folder(name));
    }
}
