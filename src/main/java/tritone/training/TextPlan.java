package tritone.training;

import java.util.Optional;
import tritone.encoding.Truncation;
import tritone.text.Chain;

/**
 * From characters to ids.
 *
 * @param vocabulary what the user calls the one to use; else one is counted
 * @param vocabularySize ids at most
 */
public record TextPlan(
        Chain chain, Optional<String> vocabulary, int vocabularySize, int minCount, Truncation truncation) {
    static TextPlan of(Settings settings) {
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
}
