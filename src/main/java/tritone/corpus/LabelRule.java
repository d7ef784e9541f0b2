package tritone.corpus;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the label cells of one part of a corpus may hold. Where the classes are declared, those. Else anything, but not words for good
 * or bad beside other labels: a misspelt label is then found in its row and does not become a third class.
 */
final class LabelRule {
    /** A column taken for the labels by mistake may hold a different word in every row. */
    private static final int MOST_KNOWN = 1000;

    private final Optional<Labels> declared;
    private final Map<String, Optional<String>> known = new HashMap<>();
    private boolean polarityWordSeen;
    private Optional<CorpusFormatException> firstOther = Optional.empty();

    LabelRule(Optional<Labels> declared) {
        this.declared = declared;
    }

    /** The label in this cell; empty if the cell is. */
    Optional<String> read(String cell, String place) {
        Optional<String> label = known.get(cell);
        if (label == null) {
            String spelling = cell.strip();
            label = spelling.isEmpty() ? Optional.empty() : Optional.of(judged(spelling, place));
            if (known.size() < MOST_KNOWN) {
                known.put(cell, label);
            }
        }
        return label;
    }

    private String judged(String spelling, String place) {
        return declared.isPresent() ? canonical(spelling, place) : learnt(spelling, place);
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
        CorpusFormatException other = new CorpusFormatException(
                place,
                "expected one of the labels " + Labels.POLARITY + " but found \"" + Quote.of(spelling)
                        + "\" (other classes are named with --labels)");
        if (polarityWordSeen && (polarity < 0 || firstOther.isPresent())) {
            throw polarity < 0 ? other : firstOther.get();
        }
        firstOther = polarity < 0 ? firstOther.or(() -> Optional.of(other)) : firstOther;
        return polarityWordSeen ? Labels.POLARITY.names().get(polarity) : spelling;
    }
}
