package tritone.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tritone.encoding.EncodedCorpus;
import tritone.evaluation.Evaluation;
import tritone.evaluation.Slices;
import tritone.model.Model;
import tritone.model.Slicing;

/**
 * What a model said of labelled reviews, and how good that was.
 *
 * @param cell or those of several models, with a plus between them
 * @param model the first one of several
 * @param reviews which ones of the corpus
 * @param truth the class of each
 * @param probabilities {@code [review][classes]}
 * @param unlabelled reviews that were passed over
 */
record EvaluatedModel(
        String name,
        String cell,
        Model model,
        EncodedCorpus corpus,
        int[] reviews,
        int[] truth,
        float[] probabilities,
        int unlabelled,
        Evaluation evaluation,
        Slices slices) {
    /** What several say together: the mean of their probabilities, as the models of a classification vote. */
    static EvaluatedModel average(List<EvaluatedModel> all) {
        EvaluatedModel first = all.get(0);
        float[] mean = new float[first.probabilities.length];
        for (EvaluatedModel each : all) {
            boolean together = each.labels().equals(first.labels()) && Arrays.equals(each.reviews, first.reviews);
            if (!together) {
                throw new UnusableModelException("the answers of " + first.name + " and " + each.name
                        + " have no average: their labels or the reviews that were held back differ");
            }
            for (int i = 0; i < mean.length; i++) {
                mean[i] += each.probabilities[i] / all.size();
            }
        }
        return new EvaluatedModel(
                "average",
                all.stream().map(EvaluatedModel::cell).collect(Collectors.joining(" + ")),
                first.model,
                first.corpus,
                first.reviews,
                first.truth,
                mean,
                first.unlabelled,
                Evaluation.of(first.truth, mean, first.classes()),
                Slicing.of(first.corpus, first.reviews, first.truth, mean));
    }

    List<String> labels() {
        return model.architecture().labels();
    }

    int classes() {
        return labels().size();
    }

    int predicted(int review) {
        return Evaluation.mostProbable(probabilities, review, classes());
    }
}
