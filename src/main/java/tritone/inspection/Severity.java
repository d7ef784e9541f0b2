package tritone.inspection;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
    /** Spoils what is learnt or measured, or is hardly meant. */
    WARNING,
    /** Good to know; many a good collection has it. */
    NOTE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
