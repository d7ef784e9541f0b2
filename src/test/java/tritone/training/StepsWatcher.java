package tritone.training;

import java.util.ArrayList;
import java.util.List;
import tritone.model.EpochRecord;

/** Lets so many steps pass, and keeps what it was told. */
class StepsWatcher implements TrainingWatcher {
    private final int most;
    private final List<Progress> progress = new ArrayList<>();
    private final List<EpochRecord> epochs = new ArrayList<>();

    StepsWatcher(int most) {
        this.most = most;
    }

    int steps() {
        return progress.size();
    }

    List<Progress> progress() {
        return progress;
    }

    List<EpochRecord> epochs() {
        return epochs;
    }

    @Override
    public void step(Progress now) {
        progress.add(now);
    }

    @Override
    public void epoch(EpochRecord record) {
        epochs.add(record);
    }

    @Override
    public boolean wantsToStop() {
        return progress.size() >= most;
    }
}
