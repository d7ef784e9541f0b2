package tritone.training;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import tritone.kernel.CellVariant;
import tritone.layers.Beginning;
import tritone.layers.Clipping;
import tritone.layers.Dropouts;
import tritone.layers.Initialisation;
import tritone.layers.LearningOptions;
import tritone.layers.Optimiser;
import tritone.network.CellKind;
import tritone.network.CellSpec;
import tritone.network.Direction;
import tritone.network.NetworkSpec;
import tritone.network.Normalisation;
import tritone.network.Readout;

/**
 * A network and how it learns.
 *
 * @param shape for two classes and as many ids as there may be
 * @param start what it begins with
 * @param teaching whom it learns from besides labels
 */
public record NetworkPlan(
        NetworkSpec shape,
        LearningOptions learning,
        StartPlan start,
        TeachingPlan teaching,
        RatePlan rate,
        double labelSmoothing,
        LoopPlan loop) {
    /** Reads and checks the settings. */
    public static NetworkPlan of(Settings settings) {
        return new NetworkPlan(
                shape(settings),
                learning(settings),
                StartPlan.of(settings),
                TeachingPlan.of(settings),
                RatePlan.of(settings),
                settings.share(Setting.LABEL_SMOOTHING),
                LoopPlan.of(settings));
    }

    /** What the user calls the vectors that words begin with. */
    public Optional<String> vectors() {
        return start.vectors();
    }

    /** What the user calls the language model that it begins with. */
    public Optional<String> from() {
        return start.from();
    }

    /** The network for a vocabulary and classes. */
    public NetworkSpec spec(int vocabulary, int classes) {
        return new NetworkSpec(vocabulary, shape.embedding(), shape.cell(), shape.levels(), shape.readout(), classes);
    }

    private static NetworkSpec shape(Settings settings) {
        int embedding = settings.whole(Setting.EMBEDDING);
        boolean bag = settings.cell() == CellKind.BAG;
        CellSpec cell = new CellSpec(
                variant(settings),
                bag ? embedding : settings.whole(Setting.UNITS),
                bag ? Direction.FORWARD : settings.named(Setting.DIRECTION, Direction.values()),
                settings.named(Setting.NORMALISATION, Normalisation.values()));
        Readout readout = settings.named(
                Setting.READOUT,
                Arrays.stream(Readout.values())
                        .filter(choice -> choice != Readout.STATES) // a class needs one vector
                        .toArray(Readout[]::new));
        return new NetworkSpec(
                settings.whole(Setting.VOCAB_SIZE),
                embedding,
                cell,
                bag ? 1 : settings.whole(Setting.LAYERS),
                readout,
                2);
    }

    private static CellVariant variant(Settings settings) {
        CellKind kind = settings.cell();
        String name = settings.text(Setting.VARIANT).orElse("usual");
        if (name.equals("usual")) {
            return kind.variant();
        }
        CellVariant variant = kind.variants().get(name);
        if (variant == null) {
            throw settings.wrong(
                    Setting.VARIANT,
                    "usual or one of " + String.join(", ", kind.variants().keySet()));
        }
        return variant;
    }

    private static LearningOptions learning(Settings settings) {
        boolean bag = settings.cell() == CellKind.BAG;
        OptionalInt window = bag ? OptionalInt.empty() : settings.wholeOr(Setting.WINDOW, "all");
        Beginning beginning = new Beginning(
                settings.named(Setting.INIT, Initialisation.values()),
                bag ? Initialisation.ORTHOGONAL : settings.named(Setting.RECURRENT_INIT, Initialisation.values()),
                settings.cell() == CellKind.LSTM ? settings.number(Setting.FORGET_BIAS) : 1);
        Dropouts dropouts = new Dropouts(
                settings.share(Setting.INPUT_DROPOUT),
                bag ? 0 : settings.share(Setting.STATE_DROPOUT),
                settings.share(Setting.WORD_DROPOUT));
        Optimiser optimiser = new Optimiser(
                settings.named(Setting.OPTIMISER, Optimiser.Kind.values()),
                settings.share(Setting.MOMENTUM),
                settings.share(Setting.WEIGHT_DECAY),
                settings.named(Setting.UPDATES, Optimiser.Updates.values()));
        Clipping clipping = new Clipping(settings.bound(Setting.CLIP_NORM), settings.bound(Setting.CLIP_VALUE));
        return new LearningOptions(beginning, dropouts, window.orElse(0), optimiser, clipping);
    }
}
