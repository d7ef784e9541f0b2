package tritone.splitting;

import java.util.Map;

/**
 * What a part holds.
 *
 * @param labels reviews of each label, in the order of the labels
 * @param unlabelled reviews without one
 * @param groups different ones
 */
public record PartTally(String part, int reviews, Map<String, Integer> labels, int unlabelled, int groups) {}
