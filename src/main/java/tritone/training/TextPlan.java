package tritone.training;

import java.util.Optional;
import tritone.encoding.Truncation;
import tritone.model.CorpusSource;
import tritone.text.Chain;
import tritone.vocabulary.Vocabulary;

/**
 * From characters to ids.
 *
 * @param vocabulary what the user calls the one to use; else one is counted
 * @param vocabularySize ids at most
 */
public record TextPlan(
        Chain chain, Optional<String> vocabulary, int vocabularySize, int minCount, Truncation truncation) {
    /** Reads and checks the settings. */
    public static TextPlan of(Settings settings) {
        int size = settings.whole(Setting.VOCAB_SIZE);
        if (size < 3) {
            throw settings.wrong(Setting.VOCAB_SIZE, "at least 3, so that there is room for a token,");
        }
        return new TextPlan(
                Chain.parse(settings.text(Setting.CHAIN).orElseThrow()),
                settings.text(Setting.VOCAB).filter(name -> !name.equals("count")),
                size,
                settings.whole(Setting.MIN_COUNT),
                new Truncation(
                        settings.named(Setting.KEEP, Truncation.Keep.values()),
                        settings.wholeOr(Setting.MAX_TOKENS, "all").orElse(Integer.MAX_VALUE)));
    }

    /** A vocabulary belongs to its chain: a plan that names another one would not say what was done. */
    public Vocabulary checked(Vocabulary given) {
        if (!given.chain().equals(chain)) {
            throw new TrainingDataException("the vocabulary " + vocabulary.orElse("") + " needs its own "
                    + Setting.CHAIN + ", " + given.chain().summary() + ", but the plan's is "
                    + chain.summary());
        }
        return given;
    }

    /** What the vocabulary is, if it was given and not counted. */
    public Optional<CorpusSource> source(Vocabulary given) {
        return vocabulary.map(name -> new CorpusSource(name, "vocabulary", given.sha256()));
    }
}
