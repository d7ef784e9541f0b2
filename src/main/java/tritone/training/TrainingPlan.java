package tritone.training;

import java.util.Optional;
import tritone.baseline.LinearModel;
import tritone.baseline.LinearOptions;
import tritone.network.CellKind;

/**
 * All choices of a training, checked.
 *
 * @param settings what it was made of
 * @param network absent for the linear classifier
 * @param linear absent for networks
 */
public record TrainingPlan(
        Settings settings,
        CellKind cell,
        TextPlan text,
        ValidationPlan validation,
        ClassWeights classWeights,
        Optional<NetworkPlan> network,
        Optional<LinearOptions> linear) {
    /** Reads and checks the settings. */
    public static TrainingPlan of(Settings settings) {
        CellKind cell = settings.cell();
        boolean linear = cell == CellKind.LINEAR;
        return new TrainingPlan(
                settings,
                cell,
                TextPlan.of(settings),
                ValidationPlan.of(settings),
                ClassWeights.of(settings),
                linear ? Optional.empty() : Optional.of(NetworkPlan.of(settings)),
                linear ? Optional.of(linear(settings)) : Optional.empty());
    }

    private static LinearOptions linear(Settings settings) {
        int phraseWords = settings.whole(Setting.PHRASE_WORDS);
        if (phraseWords > LinearModel.MAX_PHRASE) {
            throw settings.wrong(Setting.PHRASE_WORDS, "a whole number from 1 to " + LinearModel.MAX_PHRASE);
        }
        return new LinearOptions(
                phraseWords,
                settings.whole(Setting.MIN_REVIEWS),
                settings.positive(Setting.SMOOTHING),
                settings.positive(Setting.PENALTY));
    }
}
