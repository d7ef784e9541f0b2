package tritone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tritone.files.WholeFile;
import tritone.files.WholeFolder;
import tritone.training.PlanFile;
import tritone.training.TrainingPlan;

/** Where a model is made: its folder, and beside it the one where its training keeps the plan and its checkpoint. */
record Workplace(Path model) {
    Path training() {
        return model.resolveSibling(model.getFileName() + ".training");
    }

    Path plan() {
        return training().resolve(PlanFile.NAME);
    }

    /** Whether a training was begun and not ended. */
    boolean isBegun() {
        return Files.isRegularFile(plan());
    }

    private Path command() {
        return training().resolve("command.txt");
    }

    /** Begins anew by what was typed; what was there is gone. */
    void begin(TrainingPlan plan, String command) throws IOException {
        WholeFolder.delete(training());
        WholeFile.write(command(), file -> Files.writeString(file, command));
        PlanFile.write(plan.settings().values(), plan()); // the last: from here on it can be gone on with
    }

    /** What was typed when the training began, if that is known. */
    String firstCommand(String otherwise) throws IOException {
        return Files.isRegularFile(command()) ? Files.readString(command()) : otherwise;
    }

    void end() throws IOException {
        WholeFolder.delete(training());
    }
}
