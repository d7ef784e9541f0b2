package tritone.training;

import java.util.List;
import java.util.Map;
import tritone.layers.TrainingState;
import tritone.model.EpochRecord;

/**
 * Where a training stands between two steps.
 *
 * @param learner the network and its optimiser
 * @param records of the epochs before
 * @param recent weights at the ends of the last epochs, as many as the average still needs, oldest first
 * @param best the weights to keep so far; empty before the first epoch's end
 * @param curve its points so far
 */
record LoopState(
        TrainingState learner,
        Position position,
        List<EpochRecord> records,
        List<Map<String, float[]>> recent,
        Map<String, float[]> best,
        LearningCurve.State curve) {
    /**
     * Numbers that say where.
     *
     * @param epoch the one that runs, from 0 on
     * @param batch the next one of its order
     * @param lossSum of its batches so far
     * @param meanLoss what {@link LossWatch} keeps
     * @param seconds since the training began, without pauses
     */
    record Position(int epoch, int batch, double lossSum, double meanLoss, double seconds) {
        Position after(double loss, double mean, double now) {
            return new Position(epoch, batch + 1, lossSum + loss, mean, now);
        }

        Position nextEpoch() {
            return new Position(epoch + 1, 0, 0, meanLoss, seconds);
        }
    }
}
