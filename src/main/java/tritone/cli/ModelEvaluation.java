package tritone.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tritone.corpus.BytesRead;
import tritone.corpus.CorpusPart;
import tritone.corpus.Labels;
import tritone.corpus.Quote;
import tritone.encoding.EncodedCorpus;
import tritone.encoding.EncodingCache;
import tritone.evaluation.Evaluation;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.model.Model;
import tritone.model.Predictor;
import tritone.model.Probabilities;
import tritone.model.Slicing;
import tritone.training.TrainingDataLoader;

/** Lets models speak on the labelled reviews of a part, or on those of them that their plans held back. */
record ModelEvaluation(CorpusPart part, boolean heldOut, EncodingCache cache, int threads) {
    EvaluatedModel of(String name, Model model, Labels labels, Consumer<BytesRead> progress) throws IOException {
        EncodedCorpus encoded =
                cache.encoded(part, model.vocabulary(), threads, progress).corpus();
        checkLabels(encoded, labels);
        int[] classes = encoded.classes(labels);
        int[] among = heldOut
                ? heldOut(name, model)
                : IntStream.range(0, encoded.size()).toArray();
        int[] reviews =
                Arrays.stream(among).filter(review -> classes[review] >= 0).toArray();
        if (reviews.length == 0) {
            throw new MissingPartException(
                    part.name() + ": expected reviews with labels among " + labels + " to evaluate on but found none");
        }
        int[] truth = Arrays.stream(reviews).map(review -> classes[review]).toArray();
        Predictor predictor = model.open(Arithmetic.fastest(), Workers.of(threads));
        int count = labels.names().size();
        float[] probabilities;
        try {
            probabilities = Probabilities.of(
                    predictor, encoded, reviews, model.architecture().truncation(), count);
        } catch (ArithmeticException e) {
            throw new UnusableModelException(name + ": " + e.getMessage());
        }
        Evaluation evaluation = Evaluation.of(truth, probabilities, count);
        return new EvaluatedModel(
                name,
                model,
                encoded,
                reviews,
                truth,
                probabilities,
                among.length - reviews.length,
                evaluation,
                Slicing.of(encoded, reviews, truth, probabilities));
    }

    /** What a model cannot say would otherwise be left out without a word. */
    private void checkLabels(EncodedCorpus encoded, Labels labels) {
        for (String label : encoded.labels()) {
            if (labels.indexOf(label) < 0) {
                throw new MissingPartException(part.name() + ": expected labels among " + labels
                        + ", which the model knows, but found " + Quote.of(label));
            }
        }
    }

    private int[] heldOut(String name, Model model) throws IOException {
        boolean elsewhere = model.provenance().corpora().stream()
                .anyMatch(source -> source.use().equals("validation"));
        if (elsewhere || model.training().validationReviews() == 0) {
            throw new MissingPartException(
                    "the training of this model held back none of the reviews it could learn from: "
                            + (elsewhere ? "it validated on others" : "it did not validate"));
        }
        return TrainingDataLoader.heldOut(
                part, ModelPlan.of(name, model, Optional.empty()).validation());
    }
}
