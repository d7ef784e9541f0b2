package tritone.training;

import java.util.Locale;
import tritone.model.EpochRecord.EpochFigures;

/** The figure of the validation reviews that the best epoch is chosen by. */
public enum StopOn {
    ACCURACY {
        @Override
        double merit(EpochFigures figures) {
            return figures.accuracy();
        }
    },
    /** The mean over the classes. */
    F1 {
        @Override
        double merit(EpochFigures figures) {
            return figures.f1();
        }
    },
    ROC_AREA {
        @Override
        double merit(EpochFigures figures) {
            return figures.rocArea();
        }
    },
    LOG_LOSS {
        @Override
        double merit(EpochFigures figures) {
            return -figures.logLoss();
        }
    },
    BRIER {
        @Override
        double merit(EpochFigures figures) {
            return -figures.brier();
        }
    },
    /** No figure: the last epoch is taken. */
    NONE {
        @Override
        double merit(EpochFigures figures) {
            throw new IllegalStateException("no figure was chosen");
        }
    };

    /** The more, the better. */
    abstract double merit(EpochFigures figures);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
