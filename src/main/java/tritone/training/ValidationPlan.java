package tritone.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import tritone.files.Sha256;
import tritone.model.CorpusSource;

/**
 * Which reviews are not learnt from but tell how well the others were.
 *
 * @param source where they come from
 * @param amount of {@link Source#CUT}: a share below 1, or a number of reviews
 * @param fold of {@link Source#FOLD}
 * @param corpus of {@link Source#CORPUS}
 * @param groups a file that maps ids to groups
 */
public record ValidationPlan(
        Source source,
        double amount,
        Optional<Fold> fold,
        Optional<String> corpus,
        CutBy cutBy,
        Optional<Path> groups,
        long seed) {
    private static final double USUAL_SHARE = 0.1;

    /** Where validation reviews come from. */
    public enum Source {
        /** The corpus' own part, else a tenth is cut. */
        AUTO,
        CUT,
        FOLD,
        CORPUS,
        NONE
    }

    /** What is kept together or in proportion. */
    public enum CutBy {
        /** By group where there are groups, else by stratum. */
        AUTO,
        GROUP,
        STRATUM;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads and checks the settings. */
    public static ValidationPlan of(Settings settings) {
        String text = settings.text(Setting.VALIDATION).orElseThrow();
        Optional<Double> amount = amount(text);
        Optional<Fold> fold = Fold.written(text);
        Source source = fold.isPresent() ? Source.FOLD : source(text, amount);
        return new ValidationPlan(
                source,
                amount.orElse(USUAL_SHARE),
                fold,
                source == Source.CORPUS ? Optional.of(text) : Optional.empty(),
                settings.named(Setting.CUT_BY, CutBy.values()),
                settings.unlessNone(Setting.GROUPS).map(Path::of),
                settings.seed(Setting.CUT_SEED));
    }

    /** What the file of groups was, if there is one. */
    public Optional<CorpusSource> groupSource() throws IOException {
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        Path file = groups.get();
        return Optional.of(new CorpusSource(
                file.toString(), "groups", new Sha256().addFile(file).hex()));
    }

    private static Source source(String text, Optional<Double> amount) {
        return switch (text) {
            case "auto" -> Source.AUTO;
            case "none" -> Source.NONE;
            default -> amount.isPresent() ? Source.CUT : Source.CORPUS;
        };
    }

    private static Optional<Double> amount(String text) {
        if (!text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)")) {
            return Optional.empty();
        }
        double amount = Double.parseDouble(text);
        if (!(amount > 0) || amount >= 1 && amount != Math.rint(amount)) {
            throw new IllegalArgumentException(
                    Setting.VALIDATION + " must be a share between 0 and 1 or a number of reviews but was " + text);
        }
        return Optional.of(amount);
    }
}
