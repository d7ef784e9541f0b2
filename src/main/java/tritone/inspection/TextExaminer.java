package tritone.inspection;

import java.util.List;
import java.util.function.Function;
import tritone.corpus.Review;
import tritone.corpus.ReviewBlock;
import tritone.text.Chain;
import tritone.text.LanguageGuess;
import tritone.text.LanguageGuesser;
import tritone.text.TextAnalyzer;

/** Looks at texts. Keeps its buffers and therefore belongs to one thread. */
final class TextExaminer implements Function<ReviewBlock, TextExaminer.Examined> {
    private static final int[] NO_KEYS = {};

    private final TextWords words = new TextWords();
    private final MinHash minHash = new MinHash();
    private final LanguageGuesser languages = new LanguageGuesser();
    private final TextAnalyzer tokens;
    private int count;

    TextExaminer(Chain chain) {
        tokens = new TextAnalyzer(chain);
    }

    /** The facts of each review of a block. */
    record Examined(ReviewBlock block, List<TextFacts> facts) {}

    @Override
    public Examined apply(ReviewBlock block) {
        return new Examined(
                block,
                block.reviews().stream().map(Review::text).map(this::facts).toList());
    }

    private TextFacts facts(String text) {
        words.read(text, languages::add);
        long hash = TextWords.hash(text);
        boolean none = words.count() == 0;
        LanguageGuess language = languages.guess();
        return new TextFacts(
                hash,
                // Texts of marks alone have no words in common.
                none ? TextWords.mixed(hash + 1) : words.hash(),
                none ? NO_KEYS : minHash.keys(words.phrases()),
                tokens(text),
                language,
                CharacterFaults.of(text),
                NamedRating.in(text));
    }

    private int tokens(String text) {
        count = 0;
        tokens.analyze(text, (characters, length) -> count++);
        return count;
    }
}
