package tritone.classification;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tritone.encoding.EncodedText;
import tritone.encoding.TextEncoder;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.model.OpenModel;

/** One model of a classifier. Safe for any number of threads: each that encodes or explains takes what does it, or makes it. */
final class Voter {
    private final String name;
    private final OpenModel model;
    private final Arithmetic arithmetic;
    private final Workers workers;
    private final Queue<TextEncoder> idle = new ConcurrentLinkedQueue<>();
    private final Queue<TextExplainer> idleExplainers = new ConcurrentLinkedQueue<>();

    Voter(String name, OpenModel model, Arithmetic arithmetic, Workers workers) {
        this.name = name;
        this.model = model;
        this.arithmetic = arithmetic;
        this.workers = workers;
        idle.add(encoder());
    }

    private TextEncoder encoder() {
        return new TextEncoder(model.vocabulary(), model.architecture().truncation());
    }

    String name() {
        return name;
    }

    OpenModel model() {
        return model;
    }

    EncodedText encode(String text) {
        TextEncoder encoder = Objects.requireNonNullElseGet(idle.poll(), this::encoder);
        EncodedText encoded = encoder.encode(text);
        // An encoder that failed in the middle of a text is not used again.
        idle.add(encoder);
        return encoded;
    }

    /** Explains what this model has said of a text. */
    ExplainedPrediction explain(String text, Prediction said) {
        TextExplainer explainer = idleExplainers.poll();
        if (explainer == null) {
            explainer = new TextExplainer(model, arithmetic, workers);
        }
        ExplainedPrediction explained = explainer.explain(text, said);
        idleExplainers.add(explainer);
        return explained;
    }

    /** The probability of each class, {@code [review][classes]}. */
    float[] probabilities(int[][] reviews) {
        return model.probabilities(reviews);
    }
}
