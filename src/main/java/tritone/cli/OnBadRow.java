package tritone.cli;

import java.util.Locale;

/** What the first bad row does. */
enum OnBadRow {
    /** It ends the command. */
    FAIL,
    /** It is passed over, as all others are, and told of at the end. */
    SKIP;

    static OnBadRow named(String name) {
        return Choices.named(OnBadRow.class, name);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
