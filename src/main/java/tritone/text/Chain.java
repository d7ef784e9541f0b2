package tritone.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The steps from characters to tokens, as data. Its text form, such as {@code html,simple,lowercase}, is what models and
 * vocabularies carry.
 */
public record Chain(Optional<CharacterStep> characters, TokenizerStep tokenizer, List<FilterStep> filters) {
    /** Markup out, simple tokens with contractions and emoticons whole, lower case. Keeps every mark and every "not". */
    public static final Chain DEFAULT = parse("html,simple,contractions,emoticons,lowercase");

    public Chain {
        filters = List.copyOf(filters);
        if (!filters.isEmpty() && EnumSet.copyOf(filters).size() != filters.size()) {
            throw new IllegalArgumentException("a step may stand only once in a chain but found " + filters);
        }
    }

    /** Reads the text form; {@code default} is {@link #DEFAULT}. */
    public static Chain parse(String text) {
        if (text.equals("default")) {
            return DEFAULT;
        }
        Optional<CharacterStep> characters = Optional.empty();
        TokenizerStep tokenizer = null;
        List<FilterStep> filters = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            Step step = step(name.strip());
            if (step instanceof CharacterStep first && characters.isEmpty() && tokenizer == null) {
                characters = Optional.of(first);
            } else if (step instanceof TokenizerStep second && tokenizer == null) {
                tokenizer = second;
            } else if (step instanceof FilterStep filter && tokenizer != null) {
                filters.add(filter);
            } else {
                throw new IllegalArgumentException("a chain must be html or nothing, one tokenizer, then filters but "
                        + step + " is out of place in " + text);
            }
        }
        if (tokenizer == null) {
            throw new IllegalArgumentException("a chain must have one of the tokenizers "
                    + names(List.of(TokenizerStep.values())) + " but was " + text);
        }
        return new Chain(characters, tokenizer, filters);
    }

    private static Step step(String name) {
        for (Step step : Step.all()) {
            if (step.toString().equalsIgnoreCase(name)) {
                return step;
            }
        }
        throw new IllegalArgumentException(
                "a chain must be made of " + names(Step.all()) + " but found \"" + name + "\"");
    }

    /** All steps in their order. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        characters.ifPresent(steps::add);
        steps.add(tokenizer);
        steps.addAll(filters);
        return steps;
    }

    private static String names(List<? extends Step> steps) {
        return steps.stream().map(Step::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return steps().stream().map(Step::toString).collect(Collectors.joining(","));
    }
}
