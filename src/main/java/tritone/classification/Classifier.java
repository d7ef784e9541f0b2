package tritone.classification;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tritone.encoding.EncodedText;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.model.ModelFolder;
import tritone.model.OpenModel;
import tritone.network.Network;

/**
 * Classifies texts with one trained model, or with several whose probabilities are averaged. Safe for any number of threads.
 *
 * <pre>{@code
 * try (Classifier classifier = Classifier.open(Path.of("models/imdb-gru"))) {
 *     Prediction prediction = classifier.classify("A film to fall in love with.");
 *     System.out.println(prediction.label() + " " + prediction.probability());
 * }
 * }</pre>
 *
 * <p>Products run on the Vector API where Java was started with {@code --add-modules jdk.incubator.vector}, else in plain
 * Java, with the same bits.
 */
public final class Classifier implements Closeable {
    /** Texts of a stream that are worked on together. */
    private static final int WINDOW = 1024;

    /** Reviews of similar length that go through the cells together. */
    static final int BATCH = 64;

    /** Of a batch: what its states take stays within some tens of megabytes. */
    private static final int MOST_TOKENS = 1 << 16;

    private final List<String> labels;
    private volatile List<Voter> voters;

    private Classifier(List<Voter> voters) {
        this.voters = voters;
        labels = voters.get(0).model().architecture().labels();
    }

    /**
     * Opens the models in these folders, as {@code tritone train} writes them.
     *
     * @throws tritone.model.ModelFormatException if one of them is no whole model
     * @throws DifferentLabelsException if they tell different classes apart
     */
    public static Classifier open(Path model, Path... others) throws IOException {
        List<Path> folders = new ArrayList<>(List.of(model));
        folders.addAll(Arrays.asList(others));
        return open(folders, Arithmetic.fastest(), Workers.NONE);
    }

    static Classifier open(List<Path> folders, Arithmetic arithmetic, Workers workers) throws IOException {
        List<Voter> voters = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path folder : folders) {
            String name = folder.toAbsolutePath().normalize().getFileName().toString();
            OpenModel model = ModelFolder.open(folder, arithmetic, workers);
            Voter voter = new Voter(unused(names, name, folder), model, arithmetic, workers);
            checkLabels(voters, voter);
            voters.add(voter);
        }
        return new Classifier(List.copyOf(voters));
    }

    /** Votes are told apart by names: of models that are called the same, or stand there twice, too. */
    private static String unused(Set<String> names, String name, Path folder) {
        String unused = names.contains(name) ? folder.toString() : name;
        for (int i = 2; !names.add(unused); i++) {
            unused = folder + " (" + i + ")";
        }
        return unused;
    }

    private static void checkLabels(List<Voter> voters, Voter next) {
        if (!voters.isEmpty()) {
            List<String> expected = voters.get(0).model().architecture().labels();
            List<String> found = next.model().architecture().labels();
            if (!found.equals(expected)) {
                throw new DifferentLabelsException("models that vote must tell the same classes apart, but "
                        + voters.get(0).name() + " knows " + String.join(", ", expected) + " and " + next.name() + " "
                        + String.join(", ", found));
            }
        }
    }

    /** The classes in the order of probabilities. */
    public List<String> labels() {
        return labels;
    }

    /** Classifies one text; an empty one too. */
    public Prediction classify(String text) {
        return classify(List.of(text)).get(0);
    }

    /**
     * Classifies one text and says which of its words made the answer, which takes much longer.
     *
     * @throws IllegalStateException if several models vote
     * @throws ArithmeticException if the model's gradients grow beyond all numbers, as those of a ReLU can
     */
    public ExplainedPrediction explain(String text) {
        List<Voter> open = voters();
        if (open.size() > 1) {
            throw new IllegalStateException(
                    "the answer of one model can be explained but there are " + open.size() + ": " + models());
        }
        return open.get(0).explain(text, classify(text));
    }

    /** Classifies these texts together, which is faster than one by one; the predictions stand in their order. */
    public List<Prediction> classify(List<String> texts) {
        List<Voter> voters = voters();
        List<List<EncodedText>> encoded = texts.stream().map(this::encode).toList();
        Prediction[] predictions = new Prediction[texts.size()];
        for (int[] batch : batches(encoded)) {
            List<List<EncodedText>> some =
                    Arrays.stream(batch).mapToObj(encoded::get).toList();
            List<Prediction> said = predict(voters, some);
            for (int i = 0; i < batch.length; i++) {
                predictions[batch[i]] = said.get(i);
            }
        }
        return Arrays.asList(predictions);
    }

    /** Classifies the texts of a stream as they come, a thousand or so at a time; the predictions stand in their order. */
    public Stream<Prediction> classify(Stream<String> texts) {
        Iterator<String> source = texts.iterator();
        Iterator<Prediction> predictions = new Iterator<>() {
            private Iterator<Prediction> ready = List.<Prediction>of().iterator();

            @Override
            public boolean hasNext() {
                return ready.hasNext() || source.hasNext();
            }

            @Override
            public Prediction next() {
                if (!ready.hasNext()) {
                    List<String> window = new ArrayList<>(WINDOW);
                    do {
                        window.add(source.next());
                    } while (window.size() < WINDOW && source.hasNext());
                    ready = classify(window).iterator();
                }
                return ready.next();
            }
        };
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(predictions, Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .onClose(texts::close);
    }

    /** The models' names, those of their folders. */
    public List<String> models() {
        return voters().stream().map(Voter::name).toList();
    }

    private List<Voter> voters() {
        List<Voter> open = voters;
        if (open.isEmpty()) {
            throw new IllegalStateException("the classifier is closed");
        }
        return open;
    }

    /** Gets ready for large batches; what is classified meanwhile is right as well. */
    void rehearse() {
        voters().forEach(voter -> voter.model().network().ifPresent(Network::rehearse));
    }

    /** A text as each model sees it. */
    List<EncodedText> encode(String text) {
        return voters().stream().map(voter -> voter.encode(text)).toList();
    }

    /** What the models say of texts that they have encoded; best of similar length. */
    List<Prediction> predict(List<List<EncodedText>> encoded) {
        return predict(voters(), encoded);
    }

    private List<Prediction> predict(List<Voter> voters, List<List<EncodedText>> encoded) {
        List<Ballot> ballots = encoded.stream().map(text -> new Ballot(labels)).toList();
        for (int v = 0; v < voters.size(); v++) {
            int voter = v;
            int[][] ids = encoded.stream().map(text -> text.get(voter).ids()).toArray(int[][]::new);
            float[] probabilities = voters.get(v).probabilities(ids);
            for (int i = 0; i < ids.length; i++) {
                ballots.get(i).add(voters.get(v).name(), probabilities, i * labels.size());
            }
        }
        return IntStream.range(0, encoded.size())
                .mapToObj(i -> ballots.get(i).count(encoded.get(i).get(0)))
                .toList();
    }

    /** Texts of similar length together, longest first, and not too many tokens at once. */
    static List<int[]> batches(List<List<EncodedText>> encoded) {
        int[] order = IntStream.range(0, encoded.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> -encoded.get(i).get(0).ids().length))
                .mapToInt(Integer::intValue)
                .toArray();
        List<int[]> batches = new ArrayList<>();
        for (int start = 0; start < order.length; ) {
            int longest = Math.max(1, encoded.get(order[start]).get(0).ids().length);
            int size = Math.max(1, Math.min(BATCH, MOST_TOKENS / longest));
            int end = Math.min(order.length, start + size);
            batches.add(Arrays.copyOfRange(order, start, end));
            start = end;
        }
        return batches;
    }

    /** Lets go of the models; whoever classifies after that is refused. */
    @Override
    public void close() {
        voters = List.of();
    }
}
