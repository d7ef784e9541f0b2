package tritone.corpus;

import java.util.Optional;

/**
 * What the label cells of one input may hold. Where the classes are declared, those. Else anything, but not words for good
 * or bad beside other labels: a misspelt label is then found in its row and does not become a third class.
 */
final class LabelRule {
    private final Optional<Labels> declared;
    private boolean polarityWordSeen;
    private Optional<CorpusFormatException> otherLabel = Optional.empty();

    LabelRule(Optional<Labels> declared) {
        this.declared = declared;
    }

    /** The label in this cell; empty if the cell is. */
    Optional<String> read(String cell, String place) {
        String spelling = cell.strip();
        if (spelling.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(declared.isPresent() ? canonical(spelling, place) : learnt(spelling, place));
    }

    private String canonical(String spelling, String place) {
        int index = declared.orElseThrow().indexOf(spelling);
        if (index < 0) {
            throw new CorpusFormatException(
                    place,
                    "expected one of the labels " + declared.orElseThrow() + " but found \"" + Quote.of(spelling)
                            + "\"");
        }
        return declared.orElseThrow().names().get(index);
    }

    /** Whichever of the two comes first, the label that is named is the one that means neither good nor bad. */
    private String learnt(String spelling, String place) {
        int polarity = Labels.POLARITY.indexOf(spelling);
        polarityWordSeen |= Labels.isPolarityWord(spelling);
        if (polarity < 0 && otherLabel.isEmpty()) {
            otherLabel = Optional.of(new CorpusFormatException(
                    place,
                    "expected one of the labels " + Labels.POLARITY + " but found \"" + Quote.of(spelling)
                            + "\" (other classes are named with --labels)"));
        }
        if (polarityWordSeen && otherLabel.isPresent()) {
            throw otherLabel.get();
        }
        return polarityWordSeen ? Labels.POLARITY.names().get(polarity) : spelling;
    }
}
