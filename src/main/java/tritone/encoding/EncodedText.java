package tritone.encoding;

/**
 * A text as a model sees it.
 *
 * @param ids those that are kept
 * @param tokens of the whole text
 * @param unknown how many of them the vocabulary does not hold
 */
public record EncodedText(int[] ids, int tokens, int unknown) {
    /** Whether tokens were left out because there are too many. */
    public boolean isTruncated() {
        return ids.length < tokens;
    }
}
