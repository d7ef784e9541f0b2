package tritone.corpus;

import java.util.Optional;

/**
 * What the label cells of one input may hold. Where the classes are declared, those; else the first word for good or bad
 * settles that the rest must be one too, so that a misspelt label is found in its row and does not become a third class;
 * else anything.
 */
final class LabelRule {
    private Optional<Labels> allowed;

    LabelRule(Optional<Labels> declared) {
        this.allowed = declared;
    }

    /** The label in this cell; empty if the cell is. */
    Optional<String> read(String cell, String place) {
        String spelling = cell.strip();
        if (spelling.isEmpty()) {
            return Optional.empty();
        }
        if (allowed.isEmpty() && Labels.isPolarityWord(spelling)) {
            allowed = Optional.of(Labels.POLARITY);
        }
        return Optional.of(
                allowed.map(labels -> canonical(spelling, labels, place)).orElse(spelling));
    }

    private static String canonical(String spelling, Labels labels, String place) {
        int index = labels.indexOf(spelling);
        if (index < 0) {
            throw new CorpusFormatException(
                    place,
                    "expected one of the labels " + labels + " but found \"" + spelling
                            + "\" (other classes are named with --labels)");
        }
        return labels.names().get(index);
    }
}
