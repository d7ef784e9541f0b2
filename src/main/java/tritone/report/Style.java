package tritone.report;

/**
 * What a contender looks like everywhere.
 *
 * @param variation 0 for the first of a tone, 1 for the next, ...: told apart by stroke and symbol, never by colour alone
 */
public record Style(Tone tone, int variation) {
    public static final Style NEUTRAL = new Style(Tone.NEUTRAL, 0);
}
