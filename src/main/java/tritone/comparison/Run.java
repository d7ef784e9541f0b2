package tritone.comparison;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import tritone.training.Fold;
import tritone.training.TrainingPlan;

/**
 * One training of a comparison.
 *
 * @param seed absent where nothing is drawn: the run counts for every seed
 * @param fold absent where reviews are not cut into folds
 */
public record Run(Contender contender, OptionalLong seed, Optional<Fold> fold) {
    /** Of an identity, which is told by that much. */
    private static final int SHORT = 12;

    /** The plan that it follows. */
    public TrainingPlan plan() {
        return contender.plan(seed, fold);
    }

    /** For people, as in {@code gru, seed 2, fold 1/5}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(contender.name());
        seed.ifPresent(number -> text.append(", seed ").append(number));
        fold.ifPresent(one -> text.append(", fold ").append(one));
        return text.toString();
    }

    /** Whether a folder is that of a run of this identity. */
    static boolean isOf(Path folder, String identity) {
        return folder.getFileName().toString().endsWith("-" + identity.substring(0, SHORT));
    }

    /** The name of its folder, which differs for two runs that could come to other weights. */
    String folder(String identity) {
        String words = toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
        return words + "-" + identity.substring(0, SHORT);
    }
}
