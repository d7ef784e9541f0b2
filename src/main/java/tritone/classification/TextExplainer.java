package tritone.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import tritone.explanation.Explainer;
import tritone.explanation.Explanation;
import tritone.explanation.Occlusion;
import tritone.kernel.Arithmetic;
import tritone.kernel.Workers;
import tritone.model.OpenModel;
import tritone.network.Network;
import tritone.text.TextAnalyzer;
import tritone.text.Token;
import tritone.vocabulary.Vocabulary;

/** Explains what one model says of texts. Keeps arrays for the next text and belongs to one thread. */
final class TextExplainer {
    private final OpenModel model;
    private final TextAnalyzer analyzer;
    private final Explainer explainer;

    TextExplainer(OpenModel model, Arithmetic arithmetic, Workers workers) {
        this.model = model;
        analyzer = new TextAnalyzer(model.vocabulary().chain());
        explainer = model.network()
                .map(network -> of(network, arithmetic, workers))
                .orElseGet(() -> Explainer.of(model.linear().orElseThrow()));
    }

    private static Explainer of(Network network, Arithmetic arithmetic, Workers workers) {
        return Explainer.of(network.spec(), network.weights(), network.temperature(), arithmetic, workers);
    }

    /** Explains what the model has said of this text. */
    ExplainedPrediction explain(String text, Prediction said) {
        List<Token> tokens = analyzer.tokens(text);
        int[] ids = tokens.stream()
                .mapToInt(token -> model.vocabulary().id(token.text()))
                .toArray();
        int[] kept = model.architecture()
                .truncation()
                .of(IntStream.range(0, ids.length).toArray(), ids.length);
        int label = model.architecture().labels().indexOf(said.label());
        Explanation explanation =
                explainer.explain(IntStream.of(kept).map(i -> ids[i]).toArray(), label);
        return new ExplainedPrediction(said, words(text, tokens, ids, kept, explanation), explanation);
    }

    /** @param kept which of the tokens the explanation's positions are */
    private static List<ExplainedWord> words(
            String text, List<Token> tokens, int[] ids, int[] kept, Explanation explanation) {
        boolean[] read = new boolean[ids.length];
        double[] attributions = new double[ids.length];
        OptionalDouble[] occlusions = new OptionalDouble[ids.length];
        for (int position = 0; position < kept.length; position++) {
            read[kept[position]] = true;
            attributions[kept[position]] = explanation.attributions()[position];
        }
        for (Occlusion occlusion : explanation.occlusions()) {
            occlusions[kept[occlusion.position()]] = OptionalDouble.of(occlusion.fall());
        }
        List<ExplainedWord> words = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            Token token = tokens.get(i);
            words.add(new ExplainedWord(
                    text.substring(token.start(), token.end()),
                    token.start(),
                    token.end(),
                    token.text(),
                    ids[i] != Vocabulary.UNKNOWN,
                    read[i],
                    attributions[i],
                    occlusions[i] == null ? OptionalDouble.empty() : occlusions[i]));
        }
        return words;
    }
}
