package tritone.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Says how far back gradients reach. */
public final class GradientWords {
    /** How far back is looked. */
    private static final int STEPS_BACK = 50;

    /** A factor per step beyond which gradients vanish, a third within twenty steps; the other way they explode. */
    private static final double VANISHING = 0.95;

    private static final double EXPLODING = 1 / VANISHING;

    private GradientWords() {}

    /** Nothing where reviews are too short to tell. */
    public static Optional<String> sentence(String contender, GradientFindings flow) {
        int last = Math.min(STEPS_BACK, flow.steps().size() - 1);
        if (last < 1 || flow.startFactor().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "The gradient of %s %s: %s back %s of it is left before training%s, and %s after it.",
                Wording.name(contender),
                verb(flow.startFactor(), flow.trainedFactor()),
                Wording.count(last, "step", "steps"),
                left(flow.start(), last),
                byStep(flow.startFactor()),
                left(flow.trained(), last)));
    }

    private static String verb(OptionalDouble start, OptionalDouble trained) {
        String before = verb(start.orElse(1));
        String after = verb(trained.orElse(start.orElse(1)));
        return before.equals(after) ? before : before + " at the start, and " + after + " once trained";
    }

    private static String verb(double factor) {
        if (factor < VANISHING) {
            return "vanishes";
        }
        return factor > EXPLODING ? "explodes" : "holds";
    }

    private static String byStep(OptionalDouble factor) {
        double change = 100 * (factor.orElse(1) - 1);
        if (Math.abs(change) < 0.05) {
            return "";
        }
        return String.format(
                Locale.ROOT, " (it %s by %.1f %% a step)", change < 0 ? "shrinks" : "grows", Math.abs(change));
    }

    private static String left(List<Double> norms, int steps) {
        double share = norms.get(0) == 0 ? 0 : norms.get(steps) / norms.get(0);
        if (share == 0) {
            return "nothing";
        }
        double percent = 100 * share;
        if (percent >= 1000) {
            return String.format(Locale.ROOT, "%,.0f times", share);
        }
        if (percent < 0.001) {
            return "less than 0.001 %";
        }
        int digits = percent >= 10 ? 0 : percent >= 1 ? 1 : (int) Math.ceil(-Math.log10(percent));
        return String.format(Locale.ROOT, "%." + digits + "f %%", percent);
    }
}
