package tritone.cli;

import tritone.encoding.EncodedCorpus;
import tritone.evaluation.Evaluation;
import tritone.evaluation.Slices;
import tritone.model.Model;

/**
 * What a model said of labelled reviews, and how good that was.
 *
 * @param reviews which ones of the corpus
 * @param truth the class of each
 * @param probabilities {@code [review][classes]}
 * @param unlabelled reviews that were passed over
 */
record EvaluatedModel(
        String name,
        Model model,
        EncodedCorpus corpus,
        int[] reviews,
        int[] truth,
        float[] probabilities,
        int unlabelled,
        Evaluation evaluation,
        Slices slices) {
    int classes() {
        return model.architecture().labels().size();
    }

    /** As evaluation counts: of equal probabilities the first. */
    int predicted(int review) {
        int best = 0;
        for (int label = 1; label < classes(); label++) {
            if (probabilities[review * classes() + label] > probabilities[review * classes() + best]) {
                best = label;
            }
        }
        return best;
    }
}
