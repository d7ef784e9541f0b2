package tritone.cli;

import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import tritone.classification.Prediction;

/** Probabilities, bounds included, at which an answer counts as unsure: of the last class if there are two, else of the label. */
record UnsureBand(float from, float to) {
    boolean holds(Prediction prediction) {
        float probability = prediction.probability();
        if (prediction.probabilities().size() == 2) {
            Iterator<Float> both = prediction.probabilities().values().iterator();
            both.next();
            probability = both.next();
        }
        return from <= probability && probability <= to;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s:%s", from, to);
    }

    /** Reads FROM:TO. */
    static final class Converter implements ITypeConverter<UnsureBand> {
        @Override
        public UnsureBand convert(String value) {
            String[] bounds = value.split(":", -1);
            if (bounds.length == 2 && isProbability(bounds[0]) && isProbability(bounds[1])) {
                UnsureBand band = new UnsureBand(Float.parseFloat(bounds[0]), Float.parseFloat(bounds[1]));
                if (band.from <= band.to) {
                    return band;
                }
            }
            throw new TypeConversionException("must be two probabilities, as in 0.4:0.6, but was " + value);
        }

        private static boolean isProbability(String text) {
            return text.matches("0(\\.\\d{1,9})?|1(\\.0{1,9})?|\\.\\d{1,9}");
        }
    }
}
