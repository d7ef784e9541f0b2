package tritone.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Says how far back gradients reach. */
public final class GradientWords {
    /** How far back is looked. */
    private static final int STEPS_BACK = 50;

    /** Of what is left so far back. */
    private static final double VANISHED = 0.05;

    private static final double FADED = 0.5;

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
                verb(share(flow.start(), last), share(flow.trained(), last)),
                Wording.count(last, "step", "steps"),
                left(flow.start(), last),
                byStep(flow.startFactor()),
                left(flow.trained(), last)));
    }

    private static double share(List<Double> norms, int steps) {
        return norms.get(0) == 0 ? 0 : norms.get(steps) / norms.get(0);
    }

    private static String verb(double start, double trained) {
        String before = verb(start);
        String after = verb(trained);
        return before.equals(after) ? before : before + " at the start, and " + after + " once trained";
    }

    private static String verb(double share) {
        if (share < VANISHED) {
            return "vanishes";
        }
        if (share < FADED) {
            return "fades";
        }
        return share > 1 / VANISHED ? "explodes" : share > 1 / FADED ? "grows" : "holds";
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
        double share = share(norms, steps);
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
