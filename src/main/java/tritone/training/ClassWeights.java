package tritone.training;

import java.util.Arrays;

/**
 * How much reviews of each class count.
 *
 * @param balanced the rarer, the more
 * @param given one for each class; empty for all the same
 */
public record ClassWeights(boolean balanced, double[] given) {
    static ClassWeights of(Settings settings) {
        String text = settings.text(Setting.CLASS_WEIGHTS).orElseThrow();
        if (text.equals("none") || text.equals("balanced")) {
            return new ClassWeights(text.equals("balanced"), new double[0]);
        }
        if (!text.matches("[0-9.eE+,\\s-]+")) {
            throw settings.wrong(Setting.CLASS_WEIGHTS, "none, balanced or numbers with commas between them");
        }
        double[] given;
        try {
            given = Arrays.stream(text.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            throw settings.wrong(Setting.CLASS_WEIGHTS, "none, balanced or numbers with commas between them");
        }
        if (!Arrays.stream(given).allMatch(weight -> weight > 0 && Double.isFinite(weight))) {
            throw settings.wrong(Setting.CLASS_WEIGHTS, "numbers above 0");
        }
        return new ClassWeights(false, given);
    }

    /** The weights for these classes of the training reviews; empty if all count the same. */
    double[] weights(int[] classes, int count) {
        if (given.length > 0 && given.length != count) {
            throw new TrainingDataException(
                    Setting.CLASS_WEIGHTS + " must be " + count + " numbers but are " + given.length);
        }
        if (!balanced) {
            return given.clone();
        }
        double[] weights = new double[count];
        for (int own : classes) {
            weights[own]++;
        }
        for (int i = 0; i < count; i++) {
            // A class that no review has needs a weight all the same, if only one that is never used.
            weights[i] = weights[i] == 0 ? 1 : classes.length / (count * weights[i]);
        }
        return weights;
    }
}
