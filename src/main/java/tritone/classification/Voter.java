package tritone.classification;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tritone.encoding.EncodedText;
import tritone.encoding.TextEncoder;
import tritone.model.OpenModel;

/** One model of a classifier. Safe for any number of threads: each that encodes takes an encoder, or makes one. */
final class Voter {
    private final String name;
    private final OpenModel model;
    private final Queue<TextEncoder> idle = new ConcurrentLinkedQueue<>();

    Voter(String name, OpenModel model) {
        this.name = name;
        this.model = model;
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

    /** The probability of each class, {@code [review][classes]}. */
    float[] probabilities(int[][] reviews) {
        return model.probabilities(reviews);
    }
}
