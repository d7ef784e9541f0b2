package tritone.comparison;

import java.util.Map;

/**
 * A contender that has no answers for all reviews with any seed.
 *
 * @param runs that came to an end
 * @param exploded runs whose loss exploded, and what was said of it
 */
public record AbsentContender(ContenderFindings.Identity contender, int runs, Map<String, String> exploded) {}
