package tritone.training;

import java.util.ArrayList;
import java.util.List;
import tritone.model.EpochRecord;

/** What the epochs so far say: which one is best, what each gained, and whether it is time to end. */
record Choice(LoopPlan plan, List<EpochRecord> records) {
    /** All epochs have figures, or none has. */
    private boolean hasFigure() {
        return plan.stopOn() != StopOn.NONE
                && !records.isEmpty()
                && records.get(records.size() - 1).validation().isPresent();
    }

    /** By the chosen figure, else by the training loss. */
    private double merit(EpochRecord record) {
        return hasFigure() ? plan.stopOn().merit(record.validation().orElseThrow()) : -record.loss();
    }

    /** The epoch whose weights are kept: of equals the first, without a figure the last. */
    EpochRecord best() {
        EpochRecord best = records.get(records.size() - 1);
        if (hasFigure()) {
            for (EpochRecord record : records) {
                if (merit(record) > merit(best) || merit(record) == merit(best) && record.epoch() < best.epoch()) {
                    best = record;
                }
            }
        }
        return best;
    }

    /** How much better each epoch after the first was than the best before it. */
    List<Double> gains() {
        List<Double> gains = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (EpochRecord record : records) {
            if (record != records.get(0)) {
                gains.add(merit(record) - best);
            }
            best = Math.max(best, merit(record));
        }
        return gains;
    }

    /** Whether the last epochs, as many as the patience, gained nothing. */
    boolean isExhausted() {
        return hasFigure() && records.get(records.size() - 1).epoch() - best().epoch() >= plan.patience();
    }
}
