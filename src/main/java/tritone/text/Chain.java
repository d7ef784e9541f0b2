package tritone.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tritone.corpus.Quote;

/**
 * The steps from characters to tokens, as data. Its text form, such as {@code html,simple,lowercase}, is one line of ASCII
 * without spaces, which models and vocabularies carry; nothing but that line is needed to make the same tokens.
 */
public record Chain(Optional<CharacterStep> characters, TokenizerStep tokenizer, List<FilterStep> filters) {
    /** Markup out, simple tokens with contractions and emoticons whole, lower case. Keeps every mark and every "not". */
    public static final Chain DEFAULT = parse("html,simple,contractions,emoticons,lowercase");

    /** Of the text form; there is room for stop words and synonyms. */
    public static final int MOST_CHARACTERS = 2 * CarriedWords.MOST_CHARACTERS + 1000;

    public Chain {
        filters = List.copyOf(filters);
        checkKinds(filters);
    }

    /** Grams of grams of grams, and phrases of them, would be more than any memory holds. */
    private static void checkKinds(List<FilterStep> filters) {
        Set<Object> kinds = new HashSet<>();
        for (FilterStep filter : filters) {
            boolean grams = kinds.contains(WordGrams.class) || kinds.contains(CharacterGrams.class);
            if (grams && filter instanceof Synonyms) {
                throw new IllegalArgumentException(
                        "synonyms must stand before ngrams and chargrams but found " + summaries(filters));
            }
            if (!kinds.add(filter instanceof PlainFilter ? filter : filter.getClass())) {
                throw new IllegalArgumentException(
                        "a step may stand only once in a chain but found " + summaries(filters));
            }
        }
    }

    private static List<String> summaries(List<? extends Step> steps) {
        return steps.stream().map(Step::summary).toList();
    }

    /** Reads the text form; {@code default} is {@link #DEFAULT}. */
    public static Chain parse(String text) {
        if (text.equals("default")) {
            return DEFAULT;
        }
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "a chain must have at most " + MOST_CHARACTERS + " characters but found " + text.length());
        }
        Optional<CharacterStep> characters = Optional.empty();
        TokenizerStep tokenizer = null;
        List<FilterStep> filters = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            Step step = StepText.parse(name.strip());
            if (step instanceof CharacterStep first && characters.isEmpty() && tokenizer == null) {
                characters = Optional.of(first);
            } else if (step instanceof TokenizerStep second && tokenizer == null) {
                tokenizer = second;
            } else if (step instanceof FilterStep filter && tokenizer != null) {
                filters.add(filter);
            } else {
                throw new IllegalArgumentException("a chain must be html or nothing, one tokenizer, then filters but "
                        + step.summary() + " is out of place in " + Quote.of(text));
            }
        }
        if (tokenizer == null) {
            throw new IllegalArgumentException(
                    "a chain must have one of the tokenizers " + tokenizers() + " but was " + Quote.of(text));
        }
        return new Chain(characters, tokenizer, filters);
    }

    private static String tokenizers() {
        return Arrays.stream(PlainTokenizer.values()).map(Step::toString).collect(Collectors.joining(", "))
                + ", lucene:LANGUAGE";
    }

    /** The chain up to this many filters. */
    Chain beginning(int count) {
        return new Chain(characters, tokenizer, filters.subList(0, count));
    }

    /** All steps in their order. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        characters.ifPresent(steps::add);
        steps.add(tokenizer);
        steps.addAll(filters);
        return steps;
    }

    /** The text form for people, in which words are only counted: {@code simple,stop(214 words)}. */
    public String summary() {
        return String.join(",", summaries(steps()));
    }

    /** The text form for files, which {@link #parse} reads. */
    @Override
    public String toString() {
        return steps().stream().map(Step::toString).collect(Collectors.joining(","));
    }
}
