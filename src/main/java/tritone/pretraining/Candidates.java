package tritone.pretraining;

/**
 * Ids that words of a batch are told apart from.
 *
 * @param ids ascending
 * @param logShares the logarithm of each one's probability to be drawn
 */
record Candidates(int[] ids, float[] logShares) {
    int size() {
        return ids.length;
    }
}
