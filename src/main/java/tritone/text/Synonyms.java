package tritone.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.TokenStream;
import tritone.corpus.Quote;

/**
 * Puts words in the place of others. The rules are part of the chain, so that a model needs no file. Both sides of a rule
 * are cut as the steps before cut a text.
 */
record Synonyms(List<Rule> rules) implements FilterStep {
    static final String START = "synonyms=";
    static final String DESCRIPTION = "words for others, by a file of yours in Solr's format: film, movie => picture";

    Synonyms {
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("synonyms must have a rule");
        }
        rules = List.copyOf(rules);
        Set<String> seen = new HashSet<>();
        for (Rule rule : rules) {
            for (String word : rule.from) {
                if (!seen.add(word)) {
                    throw new IllegalArgumentException(
                            "a word may be replaced by one rule only but found again " + Quote.of(word));
                }
            }
        }
        CarriedWords.checkLength(text(rules));
    }

    /** Each word or phrase of {@code from} becomes all those of {@code to}. */
    record Rule(List<String> from, List<String> to) {
        /** Of the right side: each word of a text may become as much. */
        private static final int MOST_CHARACTERS = 100;

        Rule {
            if (from.isEmpty() || to.isEmpty()) {
                throw new IllegalArgumentException("a rule of synonyms must have words on both sides but found "
                        + from.size() + " and " + to.size());
            }
            int characters = to.stream().mapToInt(String::length).sum();
            if (characters > MOST_CHARACTERS) {
                throw new IllegalArgumentException("a rule of synonyms must have at most " + MOST_CHARACTERS
                        + " characters on its right but found " + characters);
            }
            from.forEach(CarriedWords::checked);
            to.forEach(CarriedWords::checked);
            from = List.copyOf(from);
            to = List.copyOf(to);
        }

        /** Of words that mean the same: all become the first. */
        static Rule same(List<String> words) {
            if (words.size() < 2) {
                throw new IllegalArgumentException(
                        "words that mean the same must be two at least but found " + words.size());
            }
            return new Rule(words.subList(1, words.size()), words.subList(0, 1));
        }

        private static Rule parse(String text) {
            String[] sides = text.split(">", -1);
            if (sides.length > 2) {
                throw new IllegalArgumentException(
                        "a rule of synonyms must have one > at most but was " + Quote.of(text));
            }
            return sides.length == 1 ? same(words(text)) : new Rule(words(sides[0]), words(sides[1]));
        }

        private static List<String> words(String side) {
            return Arrays.stream(side.split("\\|", -1))
                    .map(CarriedWords::decoded)
                    .toList();
        }

        private static String text(List<String> side) {
            return side.stream().map(CarriedWords::encoded).collect(Collectors.joining("|"));
        }

        @Override
        public String toString() {
            return text(from) + ">" + text(to);
        }
    }

    /** Reads what stands after {@link #START}. */
    static Synonyms parse(String text) {
        return new Synonyms(Arrays.stream(text.split(";", -1)).map(Rule::parse).toList());
    }

    @Override
    public TokenStream over(TokenStream tokens, Chain before) {
        TextAnalyzer sides = new TextAnalyzer(new Chain(Optional.empty(), before.tokenizer(), before.filters()));
        SynonymTree tree = new SynonymTree();
        for (Rule rule : rules) {
            List<String> to = new ArrayList<>();
            rule.to.forEach(phrase -> to.addAll(tokens(sides, phrase)));
            rule.from.forEach(phrase -> tree.add(tokens(sides, phrase), to));
        }
        return new SynonymFilter(tokens, tree);
    }

    private static List<String> tokens(TextAnalyzer analyzer, String phrase) {
        return analyzer.tokens(phrase).stream().map(Token::text).toList();
    }

    @Override
    public String description() {
        return DESCRIPTION;
    }

    @Override
    public String summary() {
        return String.format(Locale.ROOT, "synonyms(%,d %s)", rules.size(), rules.size() == 1 ? "rule" : "rules");
    }

    private static String text(List<Rule> rules) {
        return rules.stream().map(Rule::toString).collect(Collectors.joining(";", START, ""));
    }

    @Override
    public String toString() {
        return text(rules);
    }
}
