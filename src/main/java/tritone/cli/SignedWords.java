package tritone.cli;

import java.util.Locale;
import tritone.classification.ExplainedWord;

/** Without colours: a figure behind each of the strongest words; {@code [unread]}, {@code _unknown_}. */
final class SignedWords implements WordMarks {
    /** The strongest words are those that were also left out to see what happens. */
    @Override
    public WrappedText.Marks of(ExplainedWord word, double strongest) {
        if (!word.read()) {
            return WrappedText.Marks.seen("[", "]");
        }
        String line = word.known() ? "" : "_";
        String figure = word.occlusion().isPresent() ? String.format(Locale.ROOT, "(%+.2f)", word.attribution()) : "";
        return WrappedText.Marks.seen(line, line + figure);
    }

    @Override
    public WrappedText.Marks ofOther() {
        return WrappedText.Marks.NONE;
    }
}
