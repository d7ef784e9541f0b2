package tritone.layers;

import java.util.Locale;
import java.util.Objects;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * How gradients become steps.
 *
 * @param momentum of {@link Kind#MOMENTUM} alone
 * @param weightDecay of {@link Kind#ADAMW} alone: the share of each weight that is lost in a step, times the rate
 */
public record Optimiser(Kind kind, double momentum, double weightDecay, Updates updates) {
    public static final Optimiser ADAM = new Optimiser(Kind.ADAM, 0.9, 0, Updates.LAZY);

    /** The rule. */
    public enum Kind {
        SGD,
        /** Nesterov's. */
        MOMENTUM,
        RMSPROP,
        ADAGRAD,
        ADAM,
        /** Adam with weight decay apart from the gradient (Loshchilov and Hutter, 2019). */
        ADAMW,
        NADAM;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which rows of an embedding move. */
    public enum Updates {
        /** Those that occurred. */
        LAZY,
        /** All, by what earlier batches left in the optimiser's state. */
        DENSE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Optimiser {
        if (weightDecay != 0 && kind != Kind.ADAMW) {
            throw new IllegalArgumentException("weight decay goes with " + Kind.ADAMW + " and not with " + kind);
        }
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(updates, "updates");
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("momentum must be at least 0 and below 1 but was " + momentum);
        }
        if (!(weightDecay >= 0 && weightDecay < 1)) {
            throw new IllegalArgumentException("weight decay must be at least 0 and below 1 but was " + weightDecay);
        }
    }

    IUpdater updater(ISchedule rate) {
        IUpdater updater = rule(rate);
        return updates == Updates.LAZY ? new Lazy(updater) : updater;
    }

    private IUpdater rule(ISchedule rate) {
        return switch (kind) {
            case SGD -> new Sgd(rate);
            case MOMENTUM -> new Nesterovs(rate, momentum);
            case RMSPROP -> new RmsProp(rate);
            case ADAGRAD -> new ScheduledAdaGrad(rate);
            case ADAM, ADAMW -> new Adam(rate);
            case NADAM -> new Nadam(new RisingRate(rate, Nadam.DEFAULT_NADAM_BETA2_VAR_DECAY));
        };
    }
}
