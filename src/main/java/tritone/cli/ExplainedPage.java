package tritone.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import tritone.classification.Classifier;
import tritone.classification.ExplainedPrediction;
import tritone.classification.Outcome;
import tritone.classification.Prediction;
import tritone.corpus.Review;
import tritone.explanation.ExplanationPage;
import tritone.explanation.PageReview;
import tritone.files.PartFile;

/** Explained outcomes on a page, for people. It is whole when it is closed. */
final class ExplainedPage implements PredictionWriter {
    private final Writer out;
    private final ExplanationPage page;

    private ExplainedPage(Writer out, ExplanationPage page) {
        this.out = out;
        this.page = page;
    }

    static ExplainedPage begin(PartFile file, Classifier classifier) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(file.continueAfter(0), StandardCharsets.UTF_8));
        String model = classifier.models().get(0);
        return new ExplainedPage(out, ExplanationPage.begin(out, "Reviews explained", model, classifier.labels()));
    }

    @Override
    public void write(Outcome outcome) throws IOException {
        String id = outcome.row().id();
        if (outcome.explained().isPresent()) {
            page.add(review(
                    outcome.row().review().orElseThrow(), outcome.explained().get()));
        } else {
            page.addBad(id, Failures.words(outcome.row().fault().orElseThrow()));
        }
    }

    private static PageReview review(Review review, ExplainedPrediction said) {
        Prediction prediction = said.prediction();
        return new PageReview(
                review.id(), prediction.label(), prediction.probability(), said.onPage(review.text()), said.running());
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            page.end();
        }
    }
}
