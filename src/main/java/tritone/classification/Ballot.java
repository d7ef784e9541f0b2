package tritone.classification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tritone.encoding.EncodedText;

/** Counts what models say of one text: the mean of their probabilities decides. */
final class Ballot {
    private final List<String> labels;
    private final double[] sums;
    private final Map<String, String> votes = new LinkedHashMap<>();
    private int voters;

    Ballot(List<String> labels) {
        this.labels = labels;
        sums = new double[labels.size()];
    }

    /** Adds the probabilities of one model, which begin at {@code offset}. */
    void add(String voter, float[] probabilities, int offset) {
        int best = 0;
        for (int label = 0; label < sums.length; label++) {
            sums[label] += probabilities[offset + label];
            best = probabilities[offset + label] > probabilities[offset + best] ? label : best;
        }
        voters++;
        votes.put(voter, labels.get(best));
    }

    /** @param first the text as the first model sees it */
    Prediction count(EncodedText first) {
        Map<String, Float> probabilities = new LinkedHashMap<>();
        int best = 0;
        for (int label = 0; label < sums.length; label++) {
            probabilities.put(labels.get(label), (float) (sums[label] / voters));
            best = sums[label] > sums[best] ? label : best;
        }
        return new Prediction(
                labels.get(best),
                probabilities.get(labels.get(best)),
                probabilities,
                first.tokens(),
                first.tokens() == 0 ? 0 : (float) first.unknown() / first.tokens(),
                first.isTruncated(),
                votes);
    }
}
