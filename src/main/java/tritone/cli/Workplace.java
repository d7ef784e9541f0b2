package tritone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tritone.files.WholeFile;
import tritone.files.WholeFolder;
import tritone.model.ModelFolder;
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

    private Path notes() {
        return training().resolve(ModelFolder.NOTES);
    }

    /** Begins anew by what was typed; what was there is gone. */
    void begin(TrainingPlan plan, Papers papers) throws IOException {
        WholeFolder.delete(training());
        WholeFile.write(command(), file -> Files.writeString(file, papers.command()));
        keepNotes(papers);
        PlanFile.write(plan.settings().values(), plan()); // the last: from here on it can be gone on with
    }

    /** Keeps notes, if there are any, for a training that may be stopped. */
    void keepNotes(Papers papers) throws IOException {
        if (papers.notes().isPresent()) {
            WholeFile.write(
                    notes(), file -> Files.writeString(file, papers.notes().get()));
        }
    }

    /** What was typed when the training began, if that is known; notes that came later stand in the place of the first. */
    Papers papers(Papers now) throws IOException {
        String command = Files.isRegularFile(command()) ? Files.readString(command()) : now.command();
        Optional<String> notes = now.notes();
        if (notes.isEmpty() && Files.isRegularFile(notes())) {
            notes = Optional.of(Files.readString(notes()));
        }
        return new Papers(command, notes);
    }

    void end() throws IOException {
        WholeFolder.delete(training());
    }
}
